/** Never asked: without a file of this name Next takes the one of the folder above. */
export function proxy() {}

export const config = { matcher: '/never' }
