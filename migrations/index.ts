import * as migration_20261121_135309_foundation from './20261121_135309_foundation';
import * as migration_20261121_140000_unique_slugs from './20261121_140000_unique_slugs';

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
];
