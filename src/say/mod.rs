//! The things of the office in a person's words: names, figures, legal clocks, warnings, refusals, obstacles.
//! Does not know where they are shown; screens, commands and papers all take them from here.

pub mod clocks;
pub mod doubts;
pub mod figures;
mod layout;
mod names;
pub mod obstacles;
mod reading;
pub mod sentences;
mod size;
mod votes;

pub use layout::*;
pub use names::*;
pub use reading::*;
pub use size::*;
pub use votes::*;
