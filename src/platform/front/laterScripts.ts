/** Has a kept page's text and first picture come before the scripts that make it answer to the reader. */

const scriptFile = /<script src="(\/_next\/static\/[^"]+)" async=""><\/script>/g
const scriptPreload = /<link rel="preload" as="script"[^>]*>/g

/** Milliseconds until the scripts come in any case: a picture may hang. */
const longestWaitMs = 4_000

/**
 * Fetches its files once the first picture is painted, or at the reader's first touch or key. A button that was pressed
 * or a key that opens the search, before the page could hear it is pressed again when it can: see `Hydrated`.
 */
export const scriptLoader = [
  '(function(files){',
  'var begun,pressed,key;',
  'function begin(){if(begun)return;begun=true;files.forEach(function(file){',
  "var script=document.createElement('script');script.src=file;script.async=true;script.fetchPriority='high';",
  'document.head.appendChild(script)})}',
  // The second frame begins when the first one has been drawn.
  'function afterPaint(frames){if(document.hidden)return begin();',
  'requestAnimationFrame(function(){frames>1?afterPaint(frames-1):setTimeout(begin)})}',
  'function onPicture(){afterPaint(2)}',
  "function onPress(event){var button=event.target.closest('button[type=button]');if(button)pressed=button;begin()}",
  "function onKey(event){var letter=event.key.toLowerCase(),opens=event.ctrlKey||event.metaKey?letter==='k':letter==='/';",
  "if(opens&&!event.target.closest('input,textarea,select')){event.preventDefault();key=event}begin()}",
  "addEventListener('pointerdown',begin,{capture:true,once:true,passive:true});",
  "addEventListener('keydown',onKey,true);",
  "addEventListener('click',onPress,true);",
  "addEventListener('hydrated',function(){removeEventListener('click',onPress,true);removeEventListener('keydown',onKey,true);",
  'if(pressed)pressed.click();',
  "if(key)setTimeout(function(){document.body.dispatchEvent(new KeyboardEvent('keydown',{key:key.key,ctrlKey:key.ctrlKey,metaKey:key.metaKey,bubbles:true,cancelable:true}))})},{once:true});",
  "var picture=document.querySelector('img[fetchpriority=high]');",
  'picture&&picture.decode?picture.decode().then(onPicture,onPicture):onPicture();',
  `setTimeout(begin,${longestWaitMs})`,
  "})(document.currentScript.dataset.files.split(' '))",
].join('')

/** A page without script files stays as it is. */
export function laterScripts(html: string): string {
  const files = new Set([...html.matchAll(scriptFile)].map(([, file = '']) => file))
  const end = html.lastIndexOf('</body>')
  if (files.size === 0 || end < 0) return html
  const loader = `<script data-files="${[...files].join(' ')}">${scriptLoader}</script>`
  return (html.slice(0, end) + loader + html.slice(end)).replace(scriptFile, '').replace(scriptPreload, '')
}
