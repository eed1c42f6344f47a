//! Screens tested by their keys: keys in, screen out, left-over effects named.

mod attendance;
mod board;
mod clocks;
mod closing;
mod desk;
mod figures;
mod figures_fixture;
mod fixture;
mod forms;
mod giving;
mod keys;
mod letters;
mod lookup;
mod own_keys;
mod performance;
mod places;
mod pointing;
mod resolutions;
mod rounds;
mod screens;
mod settings;
mod settings_file;
mod store_news;
mod text_keys;
mod wayfinding;
mod words;
