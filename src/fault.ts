/**
 * An error of ours as a log may hold it: its name and where it happened. Messages may quote addresses, subjects or
 * query parameters, so only the database's own are told; they name tables and columns.
 */
export function faultOf(thrown: unknown): string {
  const error = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown
  if (!(error instanceof Error)) return 'a thrown value that is no error'
  const message = error.message.startsWith('D1_') ? ` ${error.message}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return `${error.name}${message}${frames
    .slice(0, 3)
    .map((frame) => ` ${frame.trim()}`)
    .join('')}`
}
