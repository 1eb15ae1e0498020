import '../app.css';
import { mount, type Component } from 'svelte';

const pages: Readonly<Record<string, () => Promise<{ readonly default: Component }>>> = {
  '/': () => import('./Desk.svelte'),
  '/challenge': () => import('./Single.svelte'),
  '/gallery': () => import('./Gallery.svelte'),
};

const target = document.getElementById('app');
const load = pages[location.pathname] ?? pages['/'];
if (target !== null && load !== undefined) mount((await load()).default, { target });
