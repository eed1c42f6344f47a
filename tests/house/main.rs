//! The house itself: its arrows and circles, its dependencies, and that no file of tests is forgotten.
//! It does not know what the program does.

mod arrows;
mod circles;
mod dependencies;
mod every_file;
mod source;
