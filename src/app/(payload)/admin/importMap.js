import { Glance as Glance_43ed4fb17ab18e4b15fa6cb18231b5c9 } from '../../../../src/domains/publishing/admin/Glance'
import { ScheduleControl as ScheduleControl_25b311170a632b336a7f036f13965f4b } from '../../../../src/domains/publishing/admin/scheduling/ScheduleControl'
import { TitleCell as TitleCell_37585a8a8bad118ae07e2e6ce949db80 } from '../../../../src/domains/publishing/admin/TitleCell'
import { CoverCell as CoverCell_201a9db0cbda6dfbd019d2ec18dd4728 } from '../../../../src/domains/publishing/admin/CoverCell'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SearchPreview as SearchPreview_b5b193e8a08f689d222551db2d99f964 } from '../../../../src/domains/publishing/admin/SearchPreview'
import { SlugInput as SlugInput_abe3354cbbfe764dc66d62843dfcc3b5 } from '../../../../src/platform/admin/SlugInput'
import { NamesCell as NamesCell_f244b7db02e895d9df8173b756e4deb5 } from '../../../../src/domains/publishing/admin/NamesCell'
import { StatusCell as StatusCell_5fb1527874158319b7897a3ab1a32f96 } from '../../../../src/domains/publishing/admin/StatusCell'
import { StateFilters as StateFilters_5ead6b3a06d7a12970548b953ca59c36 } from '../../../../src/domains/publishing/admin/StateFilters'
import { CategoryCell as CategoryCell_edf5f2a5bfe46a0bf33843af90fde1c7 } from '../../../../src/domains/publishing/admin/CategoryCell'
import { ColourCell as ColourCell_4be5610f3f9cd9c1a8a47e338da90b5d } from '../../../../src/domains/publishing/admin/ColourCell'
import { ColourInput as ColourInput_912b8743400b8eb4d9e8d466a6989f79 } from '../../../../src/domains/publishing/admin/ColourInput'
import { ChangeCell as ChangeCell_4d2a73ccb0ca16b568fb8be0cfad5cc7 } from '../../../../src/domains/publishing/admin/ChangeCell'
import { Letter as Letter_ec07430f4e4771c7dd084f2bdd7dbdc7 } from '../../../../src/domains/publishing/admin/messages/Letter'
import { MessageStateCell as MessageStateCell_b2a6555219fd9fc4a1a34c07164247e1 } from '../../../../src/domains/publishing/admin/messages/MessageStateCell'
import { FilterButtons as FilterButtons_dc7c13bc1cf1b01d324c235c23fedb27 } from '../../../../src/platform/admin/FilterButtons'
import { ImportPanel as ImportPanel_715ed6bc2148f277bbfb197032d3e52f } from '../../../../src/domains/publishing/admin/importing/ImportPanel'
import { StateCell as StateCell_e63d65fab4ce13bbd68c91dffa9cbb20 } from '../../../../src/domains/publishing/admin/importing/StateCell'
import { NewImport as NewImport_a51189706344857709a2404dbf7ba9e3 } from '../../../../src/domains/publishing/admin/importing/NewImport'
import { NoSaveButton as NoSaveButton_b7ae45455d0e68a00195bb7a525dd25a } from '../../../../src/domains/publishing/admin/importing/NoSaveButton'
import { SizeCell as SizeCell_d03bd0af4fd20d15202992724bc280b2 } from '../../../../src/domains/media/admin/SizeCell'
import { GridToggle as GridToggle_8f84c397dd5f4d0782ec3c9c735e5291 } from '../../../../src/domains/media/admin/GridToggle'
import { EndSubscription as EndSubscription_1a65c1ee16c4579630bdf7372b853ecb } from '../../../../src/domains/automation/newsletter/admin/EndSubscription'
import { DownloadTable as DownloadTable_d918757f3a768f5aee14a7fd182a5784 } from '../../../../src/domains/automation/newsletter/admin/DownloadTable'
import { Icon as Icon_820b282a160f66a12d762803b33252b6 } from '../../../../src/platform/admin/Icon'
import { Logo as Logo_5c329e48665df8b3f0559df05c2ab641 } from '../../../../src/platform/admin/Logo'
import { NotificationBell as NotificationBell_f43846a62eaff72e664d196d2a184bf0 } from '../../../../src/domains/automation/notifications/admin/NotificationBell'
import { JobsLink as JobsLink_ab88d2751623f99edfe2821de3bf2eef } from '../../../../src/domains/automation/admin/JobsLink'
import { LoginWelcome as LoginWelcome_a99810ed4d60195f9998a4c223412b7f } from '../../../../src/platform/admin/LoginWelcome'
import { PanelLink as PanelLink_8888f018c24e100fc3493ced17ce1f95 } from '../../../../src/platform/admin/PanelLink'
import { Dashboard as Dashboard_26499957006c6ef4c26cb3996aa92e2a } from '../../../../src/domains/operations/admin/Dashboard'
import { CalendarView as CalendarView_9a826b05ac4f4d7a3102448c6401f9e2 } from '../../../../src/domains/publishing/admin/calendar/CalendarView'
import { JobsView as JobsView_d6d3018d435e5ab787aeeddbd150fc08 } from '../../../../src/domains/automation/admin/JobsView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/domains/publishing/admin/Glance#Glance": Glance_43ed4fb17ab18e4b15fa6cb18231b5c9,
  "/src/domains/publishing/admin/scheduling/ScheduleControl#ScheduleControl": ScheduleControl_25b311170a632b336a7f036f13965f4b,
  "/src/domains/publishing/admin/TitleCell#TitleCell": TitleCell_37585a8a8bad118ae07e2e6ce949db80,
  "/src/domains/publishing/admin/CoverCell#CoverCell": CoverCell_201a9db0cbda6dfbd019d2ec18dd4728,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/domains/publishing/admin/SearchPreview#SearchPreview": SearchPreview_b5b193e8a08f689d222551db2d99f964,
  "/src/platform/admin/SlugInput#SlugInput": SlugInput_abe3354cbbfe764dc66d62843dfcc3b5,
  "/src/domains/publishing/admin/NamesCell#NamesCell": NamesCell_f244b7db02e895d9df8173b756e4deb5,
  "/src/domains/publishing/admin/StatusCell#StatusCell": StatusCell_5fb1527874158319b7897a3ab1a32f96,
  "/src/domains/publishing/admin/StateFilters#StateFilters": StateFilters_5ead6b3a06d7a12970548b953ca59c36,
  "/src/domains/publishing/admin/CategoryCell#CategoryCell": CategoryCell_edf5f2a5bfe46a0bf33843af90fde1c7,
  "/src/domains/publishing/admin/ColourCell#ColourCell": ColourCell_4be5610f3f9cd9c1a8a47e338da90b5d,
  "/src/domains/publishing/admin/ColourInput#ColourInput": ColourInput_912b8743400b8eb4d9e8d466a6989f79,
  "/src/domains/publishing/admin/ChangeCell#ChangeCell": ChangeCell_4d2a73ccb0ca16b568fb8be0cfad5cc7,
  "/src/domains/publishing/admin/messages/Letter#Letter": Letter_ec07430f4e4771c7dd084f2bdd7dbdc7,
  "/src/domains/publishing/admin/messages/MessageStateCell#MessageStateCell": MessageStateCell_b2a6555219fd9fc4a1a34c07164247e1,
  "/src/platform/admin/FilterButtons#FilterButtons": FilterButtons_dc7c13bc1cf1b01d324c235c23fedb27,
  "/src/domains/publishing/admin/importing/ImportPanel#ImportPanel": ImportPanel_715ed6bc2148f277bbfb197032d3e52f,
  "/src/domains/publishing/admin/importing/StateCell#StateCell": StateCell_e63d65fab4ce13bbd68c91dffa9cbb20,
  "/src/domains/publishing/admin/importing/NewImport#NewImport": NewImport_a51189706344857709a2404dbf7ba9e3,
  "/src/domains/publishing/admin/importing/NoSaveButton#NoSaveButton": NoSaveButton_b7ae45455d0e68a00195bb7a525dd25a,
  "/src/domains/media/admin/SizeCell#SizeCell": SizeCell_d03bd0af4fd20d15202992724bc280b2,
  "/src/domains/media/admin/GridToggle#GridToggle": GridToggle_8f84c397dd5f4d0782ec3c9c735e5291,
  "/src/domains/automation/newsletter/admin/EndSubscription#EndSubscription": EndSubscription_1a65c1ee16c4579630bdf7372b853ecb,
  "/src/domains/automation/newsletter/admin/DownloadTable#DownloadTable": DownloadTable_d918757f3a768f5aee14a7fd182a5784,
  "/src/platform/admin/Icon#Icon": Icon_820b282a160f66a12d762803b33252b6,
  "/src/platform/admin/Logo#Logo": Logo_5c329e48665df8b3f0559df05c2ab641,
  "/src/domains/automation/notifications/admin/NotificationBell#NotificationBell": NotificationBell_f43846a62eaff72e664d196d2a184bf0,
  "/src/domains/automation/admin/JobsLink#JobsLink": JobsLink_ab88d2751623f99edfe2821de3bf2eef,
  "/src/platform/admin/LoginWelcome#LoginWelcome": LoginWelcome_a99810ed4d60195f9998a4c223412b7f,
  "/src/platform/admin/PanelLink#PanelLink": PanelLink_8888f018c24e100fc3493ced17ce1f95,
  "/src/domains/operations/admin/Dashboard#Dashboard": Dashboard_26499957006c6ef4c26cb3996aa92e2a,
  "/src/domains/publishing/admin/calendar/CalendarView#CalendarView": CalendarView_9a826b05ac4f4d7a3102448c6401f9e2,
  "/src/domains/automation/admin/JobsView#JobsView": JobsView_d6d3018d435e5ab787aeeddbd150fc08,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
