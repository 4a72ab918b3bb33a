/** Runs a program to its end and gives back what it said; it never throws for a bad exit. */
import { type SpawnOptions, spawn } from 'node:child_process'

export type ProgramResult = { status: number | null; output: string }

export function runProgram(
  program: string,
  args: string[],
  options: SpawnOptions = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        output += chunk
      })
    child.on('error', (error) => resolve({ status: null, output: `${output}${error.message}` }))
    child.on('close', (status) => resolve({ status, output }))
  })
}
