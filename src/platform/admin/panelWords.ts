import type { Config } from 'payload'

/** Sentences of the panel that Payload says less kindly. */
export const panelWords: NonNullable<Config['i18n']> = {
  translations: {
    en: {
      error: {
        unauthorizedAdmin: 'This room is for the editors',
        notAllowedToAccessPage:
          'Your account reads and takes part on the site itself. Log out here to come back with another one.',
      },
    },
  },
}
