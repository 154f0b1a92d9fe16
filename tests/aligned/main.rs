//! The library on the sample articles of `aligned/`: what it aligns and finds there, and what must hold on any text.

mod always;
mod long;
mod measured;
mod pages;
mod report;
mod samples;
