/** Empty: without a file of this name Next takes the one of the folder above. */
export function register() {}
