// Plain JavaScript, so that an old Node can read it too: says in one sentence what is missing before anything
// else is loaded.
import { existsSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)

const trouble =
  major < 22 || (major === 22 && minor < 18)
    ? `This needs Node 22.18 or later and this is Node ${process.versions.node}: start it with "npm start" after "npm ci", which brings its own.`
    : existsSync(new URL('../node_modules/wrangler/package.json', import.meta.url))
      ? undefined
      : 'The packages are not installed: run "npm ci" first.'

if (trouble) {
  console.error(trouble)
  process.exit(1)
}
