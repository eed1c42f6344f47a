//! What a page may want: to change something, to ask, to say, to go somewhere. Does not know how it is done; the machine
//! alone obeys a step.

use super::address::{Screen, Within};
use super::dialog::Dialog;
use super::figures::Behind;
use super::filters::NamedThing;
use super::form::Form;
use super::giving::GiveOrder;
use super::intake::IntakeOrder;
use super::screens::tab::Tab;
use super::settings::{DocumentText, Settings};
use crate::domain::ids::{BodyId, OrganisationId, ResolutionId, SeatId, SessionId};
use crate::office::command::{Command, Removal};
use crate::office::query::{Query, ResolutionRow};
use crate::papers::issue::IssueRequest;
use crate::ui::Role;

/// One thing that a page wants done.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Change this, and read again what is shown.
    Do(Box<Command>),
    /// Ask this.
    Ask(Query),
    /// Ask the office what this would touch, and then whether it shall be done.
    AskRemoval(Removal),
    /// Say this in the status line, until the next key.
    Say(String, Role),
    /// Say that final minutes are not changed, and by which key they are corrected here.
    SayLocked,
    /// Go there.
    Open(To),
    /// Go to what was being written under this key and was not saved.
    Reopen(String),
    /// Select this in a session, now or when it is read; which page and tab is shown stays.
    Seek(SessionId, Within),
    /// Open this form over the shown page.
    Form(Box<Form>),
    /// Write this resolution into the open form, as the one that is followed.
    Follow(Box<ResolutionRow>),
    /// End the form that is open.
    End(End),
    /// Put this question over the screen.
    Question(Dialog),
    /// Go back to the page below.
    Back,
    /// Put this text, in logical order, on the clipboard, and say so.
    Copy(String),
    /// Forget what was typed while an answer was awaited.
    DropTyped,
    /// Open the settings over everything.
    OpenSettings,
    /// Close the settings.
    CloseSettings,
    /// Open the help of where one is.
    Help,
    /// Work by these settings from now on, and keep them.
    Settings(Box<Settings>),
    /// Choose these resolutions beside those that are chosen, to be changed together; or choose them no longer.
    Choose(Vec<ResolutionId>, bool),
    /// Find a resolution for this.
    Pick(Purpose),
    /// Ask for the name under which this filter is kept.
    NameFilter(String),
    /// Give this out.
    Give(Box<GiveOrder>),
    /// Show this as it would be given out.
    Preview(IssueRequest),
    /// Ask for the folder that files go to.
    TypeFolder,
    /// Ask for a text of the settings of documents, over the one that holds.
    TypeSetting(DocumentText),
    /// Ask for words for this, beginning with these.
    Type(NamedThing, String),
    /// Read these minutes.
    ReadMinutes(Box<IntakeOrder>),
}

/// Somewhere to go.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum To {
    /// A page, over the shown one.
    Over(Screen),
    /// A page, in the place of the shown one.
    Instead(Screen),
    /// A page, over the shown one unless it is the shown one.
    Page(Screen),
    /// A session, over the shown page; at this tab, or where one was in it.
    Session(SessionId, Option<Tab>),
    /// A session, over the shown page, at something in it.
    Within(SessionId, Within),
    /// The open list, narrowed by a filter until it is left.
    Narrowed(String),
    /// A session: back to it where it is open below.
    BackToSession(SessionId),
    /// The resolution so many behind this one in the open list, in the place of the shown page.
    BesideInOpenList(ResolutionId, isize),
    /// The rows behind a figure, over the shown page.
    Behind(Box<Behind>),
    /// The form of the next session of a body, as soon as the office has prepared it; of no body yet, as soon as the
    /// bodies are known.
    NewSession(Option<BodyId>),
}

/// What a resolution that is found is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To go there.
    Go,
    /// To be followed by the one in the form.
    Follow,
    /// To be taken over into this session.
    CopyInto(SessionId),
    /// To take this, which is the same under another name.
    Take(Duplicate),
}

/// What goes into another of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Duplicate {
    Organisation(OrganisationId),
    Seat(SeatId),
    Session(SessionId),
}

/// What becomes of the form that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It is saved.
    Save,
    /// It is left, and what is written in it.
    Drop,
    /// It stays, with a kept draft written into it.
    BringDraft(String),
    /// It stays, and the kept draft is forgotten.
    ForgetDraft,
}

impl Step {
    /// To change something.
    pub fn change(command: Command) -> Step {
        Step::Do(Box::new(command))
    }

    /// To open a form.
    pub fn form(form: Form) -> Step {
        Step::Form(Box::new(form))
    }
}
