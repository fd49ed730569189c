export const packages = {
  packageNone: 'This is no Batsign package: there is no list of its parts (manifest.json) in it.',
  packageUnsound:
    'The list of parts in this package (manifest.json) is not as it has to be; ask whoever made it for the file again.',
  packageNewer:
    'This package was made for a newer Batsign. Load this page again to get the newest version, or ask for a package made with this one.',
  packageLarge:
    'This package, or a part of it, comes to {{megabytes}} MB once unpacked, and at most {{most}} MB are taken; make it smaller, with shorter clips.',
  packageFull:
    'This package has {{parts, number}} parts, and at most {{most, number}} are taken; divide it into several.',
  packagePartMissing:
    'A part of this package is missing ({{path}}): it was cut short or changed. Ask for the file again.',
  packagePartChanged:
    'A part of this package is not what it was made with ({{path}}): it was changed or damaged. Ask for the file again.',
  packagePartUnknown:
    'There is something in this package that belongs in none, or is not on its list ({{path}}). Nothing of it was taken.',
  packageScenario: 'A scenario of this package cannot be played ({{path}}): {{fault}}',
  packageTextsAlone: 'This package has texts of a scenario that is not in it ({{path}}).',
  packageClipDamaged: 'A clip of this package cannot be read ({{path}}); ask for the file again.',
  packageClipGone:
    'A clip that is played in {{path}} is no longer in the library of this device, so it cannot be handed out. Bring the clip back, from a package or a copy, or choose another one.',
  packagesNotKept:
    'This browser keeps nothing on this device, as in a private window, so no package can be taken. Open Batsign in a usual window.',
  packageNotFetched:
    'The package at {{address}} could not be fetched: it is not there, there is no connection, or its place does not give it to other pages. Download it and open the file instead.',
  gameUnbuilt:
    'A package for course systems is made of the built game, and this is none: open Batsign where it is hosted, or build it with npm run build.',
  gameChanged:
    'A file of the game did not arrive as it was built ({{path}}). Load this page again, and make the package then.',
} as const;
