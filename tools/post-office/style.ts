/** The look of the post office's pages: the reader's own font and colours, one column, room for a thumb. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1c1c1a, #e8e6e1); --paper: light-dark(#fff, #1b1b1a);
  --quiet: light-dark(#66645f, #a09d96); --line: light-dark(#dddad3, #3a3936); --wash: light-dark(#f6f4ef, #242422);
  --link: light-dark(#1a55a5, #8ab8f2); }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
a { color: var(--link); text-underline-offset: .15em }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; padding: .6rem 1rem;
  background: var(--wash); border-bottom: 1px solid var(--line) }
.name { font-weight: 650; color: inherit; text-decoration: none }
.clock { display: flex; flex-wrap: wrap; gap: .4rem .5rem; align-items: center; margin-left: auto }
.clock time { font-variant-numeric: tabular-nums; margin-right: .4rem }
form { margin: 0 }
button, .act { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line);
  border-radius: .4rem; padding: .3rem .75rem; cursor: pointer; text-decoration: none; display: inline-block }
button:hover, .act:hover { border-color: var(--quiet) }
.waiting { cursor: progress } .waiting .clock { opacity: .5 }
main { max-width: 46rem; margin: 0 auto; padding: 1rem }
.said { background: var(--wash); border-left: 3px solid var(--link); padding: .5rem .75rem; margin: 0 0 1rem }
.quiet, dt { color: var(--quiet) }
.boxes { display: flex; gap: .3rem 1.1rem; flex-wrap: wrap; margin-bottom: .75rem }
.boxes a { text-decoration: none; color: var(--quiet); padding: .15rem 0 }
.boxes a[aria-current] { color: var(--ink); box-shadow: 0 2px var(--ink) }
.mails { list-style: none; padding: 0; margin: 0; border-top: 1px solid var(--line) }
.mails a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding: .6rem .25rem;
  color: inherit; text-decoration: none; border-bottom: 1px solid var(--line) }
.mails a:hover { background: var(--wash) }
.mails time { color: var(--quiet); white-space: nowrap; font-variant-numeric: tabular-nums }
.who, .subject, .preview { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.who, .mails time { font-size: .875rem }
.subject { font-weight: 600; grid-column: 1 / -1 } .preview { grid-column: 1 / -1; font-size: .875rem }
.empty { padding: 2rem 0 }
h1 { font-size: 1.35rem; line-height: 1.3; margin: .25rem 0 .6rem }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .9rem; margin: 0; font-size: .9rem }
dd { margin: 0; overflow-wrap: anywhere }
.acts { display: flex; gap: .6rem; align-items: center; margin: .9rem 0; flex-wrap: wrap }
iframe { width: 100%; height: 70vh; border: 0; border-top: 1px solid var(--line); padding-top: 1rem }
pre { font: .875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0;
  padding: 1rem 0; border-top: 1px solid var(--line) }
details { border-top: 1px solid var(--line); padding-top: .6rem } details pre { border: 0; padding-bottom: 0 }
summary { cursor: pointer; color: var(--quiet) }
.write { display: grid; gap: .5rem }
.write label { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); align-items: center; color: var(--quiet) }
input, textarea { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line);
  border-radius: .4rem; padding: .4rem .6rem; width: 100% }
textarea { min-height: 18rem; font: .9375rem/1.5 ui-monospace, monospace; resize: vertical }
@media (max-width: 40rem) { .clock { margin-left: 0 } .clock time { flex-basis: 100% } }
`
