import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  ChecklistFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  IndentFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import { articleBlocks, articleInlineBlocks } from './blocks'
import { linkFeature } from './linkFeature'

/** The editor of articles and of the rich text of pages. */
export const articleEditor = lexicalEditor({
  admin: { placeholder: 'Write here. Type / for pictures, tables, code and other blocks.' },
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] }),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    StrikethroughFeature(),
    InlineCodeFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    ChecklistFeature(),
    IndentFeature(),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
    EXPERIMENTAL_TableFeature(),
    linkFeature,
    UploadFeature({
      enabledCollections: ['media'],
      collections: {
        media: {
          fields: [
            { name: 'caption', type: 'text' },
            {
              name: 'size',
              type: 'select',
              defaultValue: 'normal',
              options: [
                { value: 'normal', label: 'As wide as the text' },
                { value: 'wide', label: 'Wider' },
                { value: 'full', label: 'The whole page' },
              ],
            },
          ],
        },
      },
    }),
    BlocksFeature({ blocks: articleBlocks, inlineBlocks: articleInlineBlocks }),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ],
})
