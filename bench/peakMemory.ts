/** Runs `work` and tells the largest memory of the process meanwhile, in MB. */
export async function peakMemory<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; peakMb: number; beforeMb: number }> {
  const megabytes = () => process.memoryUsage().rss / 1024 / 1024
  const beforeMb = megabytes()
  let peakMb = beforeMb
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, megabytes())
  }, 25)
  try {
    return { result: await work(), peakMb: Math.round(peakMb), beforeMb: Math.round(beforeMb) }
  } finally {
    clearInterval(watch)
  }
}
