//! The screens, one folder each: what each shows and does as a page. Does not know which of them is shown, nor what
//! obeys them.

mod bodies;
mod cells;
mod figures;
mod giving;
mod history;
mod layout;
mod lookup;
mod note;
mod notes;
mod open_list;
mod page;
mod parts;
mod resolution;
mod resolutions;
mod rounds;
mod session;
mod session_head;
mod session_state;
mod sessions;
pub(super) mod settings;
mod sought;
mod spot;
mod spots;
mod stages;
pub(super) mod tab;
mod tables;
mod talk;

pub(super) use bodies::seat_texts;
pub(super) use cells::name_with_session;
pub(super) use figures::{FigureRows, FiguresPage};
pub(super) use giving::{GiveSubject, GivingPage, PreviewPage, folder, giving_out};
pub(super) use layout::LayoutPage;
pub(super) use lookup::LookupPage;
pub(super) use note::NotePage;
pub(super) use open_list::OpenList;
pub(super) use page::Page;
pub(super) use parts::copy_into;
pub(super) use resolution::{ResolutionPage, page_of as resolution_page};
pub(super) use session::{SessionPage, finder_keys};
pub(super) use session_head::head_end;
pub(super) use sessions::{SessionsPage, all_sessions, sessions_query};
pub(super) use settings::SettingsPage;
pub(super) use spots::{Spot, Spots, Tab};
pub(super) use talk::shows_clock;
