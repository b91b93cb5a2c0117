// Old syntax on purpose: this file must run on any Node, to say which one is needed.
var major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  // oxlint-disable-next-line no-console -- the one thing this script does
  console.error(
    'Siang needs Node 24 and found ' +
      process.version +
      '.\n' +
      'On Linux and Windows (x64, and arm64 on Linux) "npm ci" brings Node 24 along: run it without --omit=optional,\n' +
      'and start things with "npm run ...". On other machines install Node 24 or newer first: https://nodejs.org.',
  )
  process.exit(1)
}
