export const themeKey = 'theme'

/** Runs before the first paint, so that a chosen theme does not flash. */
export const themeScript = `try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`
