import { runTool, runVitest } from './proofs'

/** What needs neither a database nor a build. */
export const quickProofs = [
  {
    title: 'Types',
    run: () => runTool(['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false']),
  },
  { title: 'Lint', run: () => runTool(['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off']) },
  { title: 'Generated', run: () => runTool(['src/cli/run.mjs', 'generate', '--check']) },
  { title: 'Unit', run: () => runVitest(['unit']) },
]
