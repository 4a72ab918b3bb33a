/** How the path of a page reaches its layout, which Next does not tell. */
export const pathHeader = 'x-masthead-path'
