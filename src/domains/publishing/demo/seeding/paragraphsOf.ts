const element = { format: '' as const, indent: 0, direction: null, version: 1 }

/** Plain paragraphs as the editor stores them. */
export function paragraphsOf(paragraphs: string[]) {
  return {
    root: {
      ...element,
      type: 'root',
      children: paragraphs.map((words) => ({
        ...element,
        type: 'paragraph',
        textFormat: 0,
        textStyle: '',
        children: [
          { type: 'text', version: 1, text: words, format: 0, detail: 0, mode: 'normal', style: '' },
        ],
      })),
    },
  }
}
