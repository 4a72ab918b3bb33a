import * as migration_20261121_135309_foundation from './20261121_135309_foundation';
import * as migration_20261121_140000_unique_slugs from './20261121_140000_unique_slugs';
import * as migration_20261121_163500_job_columns from './20261121_163500_job_columns';
import * as migration_20261121_163600_job_queue from './20261121_163600_job_queue';
import * as migration_20261121_163700_change_notifications from './20261121_163700_change_notifications';
import * as migration_20261121_164426_import_sources from './20261121_164426_import_sources';
import * as migration_20261121_170143_notifications from './20261121_170143_notifications';
import * as migration_20261121_170200_publication_plan from './20261121_170200_publication_plan';
import * as migration_20261121_172500_change_keys from './20261121_172500_change_keys';
import * as migration_20261121_173740_imports from './20261121_173740_imports';
import * as migration_20261121_200000_search from './20261121_200000_search';
import * as migration_20261121_200100_search_backfill from './20261121_200100_search_backfill';
import * as migration_20261121_201649_feeds from './20261121_201649_feeds';
import * as migration_20261121_202026_contact_and_look from './20261121_202026_contact_and_look';
import * as migration_20261121_203000_list_indexes from './20261121_203000_list_indexes';
import * as migration_20261121_213644_site_icon from './20261121_213644_site_icon';
import * as migration_20261121_230508_subscribers from './20261121_230508_subscribers';
import * as migration_20261121_231500_content_terms from './20261121_231500_content_terms';
import * as migration_20261121_232200_search_words from './20261121_232200_search_words';
import * as migration_20261122_024500_search_due from './20261122_024500_search_due';

export const migrations = [
  {
    up: migration_20261121_135309_foundation.up,
    down: migration_20261121_135309_foundation.down,
    name: '20261121_135309_foundation',
  },
  {
    up: migration_20261121_140000_unique_slugs.up,
    down: migration_20261121_140000_unique_slugs.down,
    name: '20261121_140000_unique_slugs',
  },
  {
    up: migration_20261121_163500_job_columns.up,
    down: migration_20261121_163500_job_columns.down,
    name: '20261121_163500_job_columns',
  },
  {
    up: migration_20261121_163600_job_queue.up,
    down: migration_20261121_163600_job_queue.down,
    name: '20261121_163600_job_queue',
  },
  {
    up: migration_20261121_163700_change_notifications.up,
    down: migration_20261121_163700_change_notifications.down,
    name: '20261121_163700_change_notifications',
  },
  {
    up: migration_20261121_164426_import_sources.up,
    down: migration_20261121_164426_import_sources.down,
    name: '20261121_164426_import_sources',
  },
  {
    up: migration_20261121_170143_notifications.up,
    down: migration_20261121_170143_notifications.down,
    name: '20261121_170143_notifications',
  },
  {
    up: migration_20261121_170200_publication_plan.up,
    down: migration_20261121_170200_publication_plan.down,
    name: '20261121_170200_publication_plan',
  },
  {
    up: migration_20261121_172500_change_keys.up,
    down: migration_20261121_172500_change_keys.down,
    name: '20261121_172500_change_keys',
  },
  {
    up: migration_20261121_173740_imports.up,
    down: migration_20261121_173740_imports.down,
    name: '20261121_173740_imports',
  },
  {
    up: migration_20261121_200000_search.up,
    down: migration_20261121_200000_search.down,
    name: '20261121_200000_search',
  },
  {
    up: migration_20261121_200100_search_backfill.up,
    down: migration_20261121_200100_search_backfill.down,
    name: '20261121_200100_search_backfill',
  },
  {
    up: migration_20261121_201649_feeds.up,
    down: migration_20261121_201649_feeds.down,
    name: '20261121_201649_feeds',
  },
  {
    up: migration_20261121_202026_contact_and_look.up,
    down: migration_20261121_202026_contact_and_look.down,
    name: '20261121_202026_contact_and_look',
  },
  {
    up: migration_20261121_203000_list_indexes.up,
    down: migration_20261121_203000_list_indexes.down,
    name: '20261121_203000_list_indexes',
  },
  {
    up: migration_20261121_213644_site_icon.up,
    down: migration_20261121_213644_site_icon.down,
    name: '20261121_213644_site_icon',
  },
  {
    up: migration_20261121_230508_subscribers.up,
    down: migration_20261121_230508_subscribers.down,
    name: '20261121_230508_subscribers',
  },
  {
    up: migration_20261121_231500_content_terms.up,
    down: migration_20261121_231500_content_terms.down,
    name: '20261121_231500_content_terms',
  },
  {
    up: migration_20261121_232200_search_words.up,
    down: migration_20261121_232200_search_words.down,
    name: '20261121_232200_search_words',
  },
  {
    up: migration_20261122_024500_search_due.up,
    down: migration_20261122_024500_search_due.down,
    name: '20261122_024500_search_due',
  },
];
