/** The README of a new project: what somebody who runs elections does first. */
export const FIRST_STEPS = `# Our leaflets for candidates

This folder is yours. It holds your council's details and your colours, and the leaflets and cards that handbill makes
from them.

| Folder | What it holds |
|---|---|
| content/councils | a file for each council: who can be reached, and how |
| content/brands | a folder for each council: its colours and its logo |
| output | the finished files; they can be made anew at any time |

## First steps

Type the commands in handbill's own folder. In place of PROJECT put the path of this folder, in quotes if it holds a
space; in place of leeds, your council's short name.

1. Find your council's short name:

       npx handbill councils leeds

2. Begin its file. It is filled in as far as can be known:

       npx handbill init leeds --project PROJECT

3. Open content/councils/leeds.yaml in a text editor. Fill in what is marked "missing", and check the rest.

4. Ring every number. Write the day on which you did into contactsCheckedOn.

5. Look at a draft. What is still missing stands in brackets:

       npx handbill build --council leeds --draft --project PROJECT

6. Put your colour into content/brands/leeds/brand.yaml, and your logo beside it. The file says how.

7. Look for faults until there are none, and make the files:

       npx handbill check --council leeds --project PROJECT
       npx handbill build --council leeds --project PROJECT

They are then in output/leeds.

Before you hand them out: read them, ring the printed numbers once more, and let the police force see what is said of
it. When a number changes, change it in the file, make the leaflets anew and take back the old ones.
`;
