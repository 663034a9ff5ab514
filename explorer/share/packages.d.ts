/// <reference path="../../src/figures/node/svg-to-pdfkit.d.ts" />

declare module 'mathjax/*'
declare module '@mathjax/mathjax-newcm-font/*'
