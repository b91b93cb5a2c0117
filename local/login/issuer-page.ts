/** A page of the local sign-in: it loads nothing, and looks alike whatever it asks. */
export const issuerPage = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
body { margin: 2rem auto; padding: 0 1rem; max-width: 34rem; font: 16px/1.5 system-ui, sans-serif; color: #1c2430 }
[lang=lo] { line-height: 1.8 }
ul { padding: 0; list-style: none }
button { margin: .3rem 0; padding: .6rem 1rem; width: 100%; min-height: 44px; text-align: left; font: inherit; cursor: pointer }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`
