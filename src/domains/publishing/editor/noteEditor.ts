import {
  BoldFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import { linkFeature } from './linkFeature'

/** The small editor, for text inside of blocks: footnotes, callouts. */
export const noteEditor = lexicalEditor({
  admin: { placeholder: 'Write here.', hideGutter: true },
  features: [
    ParagraphFeature(),
    BoldFeature(),
    ItalicFeature(),
    StrikethroughFeature(),
    InlineCodeFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    linkFeature,
    InlineToolbarFeature(),
  ],
})
