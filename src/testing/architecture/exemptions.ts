/** Rules that a file may break, each with the reason. */
export const exemptions = {
  /** Reads the environment itself. */
  environment: {
    'src/platform/env.ts': 'it is the reader',
    'bench/plain/payload.config.ts': 'Payload as its template has it, for comparison',
    'src/instrumentation.ts': 'Next replaces NEXT_RUNTIME while it builds',
    'src/domains/publishing/demo/drawImages.ts':
      'a drawing tool that is run by hand, before there are settings',
    'src/testing/harness/server.ts': 'chooses the database of a test run, before there are settings',
    'src/testing/processes/support/runOurs.ts': 'gives a child process an environment of its own',
    'src/testing/e2e/support/findBrowser.ts': 'chooses the browser, before there are settings',
    'src/testing/e2e/support/startSite.ts': 'tells Playwright’s own processes the address',
    'playwright.config.ts': 'is told the address, and hands the environment on to the browser',
  } as Record<string, string>,
  /** More than 300 lines. */
  length: {} as Record<string, string>,
  /** Named otherwise than its only value. */
  name: {
    'bench/importDocuments.ts': 'a measurement, named by what it measures',
    'bench/exportSite.ts': 'a measurement, named by what it measures',
    'bench/runJobs.ts': 'a measurement, named by what it measures',
    'bench/readGhost.ts': 'a measurement, named by what it measures',
    'src/instrumentation.ts': 'Next asks for this name',
    'bench/plain/instrumentation.ts': 'Next asks for this name',
    'src/domains/accounts/usernames.ts': 'the rules of a name, of which one is exported',
    'src/domains/publishing/components/richText/blocks.tsx': 'one component a block, chosen by one function',
    'src/domains/publishing/importing/lexical/blocks.ts': 'one converter a block, chosen by one function',
    'src/domains/publishing/importing/lexical/tables.ts':
      'a converter among others that are named by what they take',
    'src/domains/publishing/importing/markdown/body/attributes.ts':
      'a step of the parser, named by what it takes',
    'src/domains/publishing/importing/markdown/body/htmlNodes.ts':
      'a step of the parser, named by what it takes',
    'src/domains/publishing/importing/markdown/convertFile.ts': 'makes the function of its name',
    'src/domains/publishing/importing/ghost/readerThread.ts': 'the entry of a thread',
    'src/domains/publishing/importing/markdown/readerThread.ts': 'the entry of a thread',
    'src/domains/publishing/importing/wordpress/readerThread.ts': 'the entry of a thread',
    'src/domains/publishing/importing/markdown/source/dates.ts': 'reads dates of every kind',
    'src/domains/publishing/importing/neutral.ts': 'types, and the error that goes with them',
    'src/platform/postgres/checkDatabase.ts': 'checks while it connects',
  } as Record<string, string>,
}
