//! What a key asks for: the acts, and the commands that ask for them. Does not know what a command does, nor which keys
//! a person chose for it.

use super::places::{EVERYWHERE, Place};
use crate::app::stage::Stage;
use crate::domain::attendance::Presence;
use crate::domain::vote::Ballot;
use crate::ui::Key;
use crate::words::Words;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Moves the selection or the page; the key says how.
    Move,
    /// Opens what is selected.
    Open,
    /// Adds something.
    Add,
    /// Edits what is selected.
    Edit,
    /// Takes away what is selected.
    Remove,
    /// Moves what is selected one place towards the start.
    MoveUp,
    /// Moves what is selected one place towards the end.
    MoveDown,
    /// Numbers the rows anew.
    Renumber,
    /// Sets the status of a resolution.
    SetStatus,
    /// Records a follow-up.
    FollowUp,
    /// Sets the state of a session.
    SetState,
    /// Copies what is selected.
    Copy,
    /// Takes a resolution apart.
    Split,
    /// Puts a resolution and the next one together.
    Merge,
    /// Takes a resolution of an earlier session over.
    CopyEarlier,
    /// Grants a longer time.
    Extend,
    /// Records the vote on a resolution.
    Vote,
    /// Goes to the vote on a resolution by name.
    VoteByName,
    /// Records the vote of a seat.
    Cast(Ballot),
    /// Records that every seat that has not voted is for it.
    CastRest,
    /// Names a file on what is selected, or takes one off.
    Attach,
    /// Moves a resolution to another session of its body.
    MoveToSession,
    /// Begins a break, or ends it.
    Break,
    /// Has the keys of the roll record answers to the invitation, or no longer.
    Answers,
    /// Says what the session made of an item.
    ItemResult,
    /// Puts an item on every agenda of the body, or no longer.
    Standing,
    /// Makes what is selected confidential, a note one for the secretary alone; or no longer.
    Hide,
    /// Chooses a row beside others, or no longer.
    ChooseRow,
    /// Chooses all of a group, or none of it.
    ChooseAll,
    /// Puts the list together by something else.
    Grouping,
    /// Shows of a group only its head, or all of it again.
    Fold,
    /// The same of all groups.
    FoldAll,
    /// Records that somebody was reminded.
    Remind,
    /// Ticks a seat.
    Mark(Presence),
    /// Ticks every seat that is not ticked as present.
    MarkRest,
    /// Adds a guest.
    AddGuest,
    /// Notes that somebody comes late, now.
    Arrived,
    /// Notes that somebody leaves early, now.
    Departed,
    /// Goes to the next item of the agenda.
    NextItem,
    /// Goes to the item before.
    PreviousItem,
    /// Makes a resolution of a note.
    Decide,
    /// Goes to what was being written and was not saved.
    Unsaved,
    /// Goes to a tab, from 0.
    Tab(u8),
    /// Goes to the next tab or thing.
    Next,
    /// Goes to the tab or thing before.
    Previous,
    /// Goes to the session of what is selected.
    GoToSession,
    /// Goes to the resolution that this one follows.
    GoToFollowed,
    /// The list of open resolutions.
    OpenList,
    /// Members, organisations and bodies.
    Members,
    /// The rules of a body.
    Rules,
    /// How the minutes of a body are laid out.
    Layout,
    /// Gives a column more of the width.
    Wider,
    /// Gives a column less of the width.
    Narrower,
    /// The history of changes.
    History,
    /// The figures.
    Figures,
    /// Figures of the next body.
    NextBody,
    /// Figures of the year before.
    NextYear,
    /// Attendance as a chart, or as a map.
    ChartOrMap,
    /// The next figure or session.
    Onward,
    /// The figure or session before.
    Backward,
    /// The list of sessions.
    GoToSessions,
    /// Types words to find.
    Find,
    /// Looks words up everywhere.
    Lookup,
    /// Takes what is offered to be typed next.
    TakeOffer,
    /// Chooses the next of what is offered.
    NextOffer,
    /// Shows hits in one row or in three.
    Lines,
    /// Keeps the filter under a name.
    SaveFilter,
    /// A list of every command that holds here, to choose from by typing.
    Palette,
    /// Goes to any session, member, organisation or resolution by words.
    Jump,
    /// Waits for the key that says where to go.
    Go,
    /// Takes back the last change.
    Undo,
    /// Brings back what was taken back.
    Redo,
    /// Saves a form.
    Save,
    /// Saves a form and opens the next one of its kind.
    SaveAndNext,
    /// Takes back what was typed last.
    UndoTyped,
    /// Brings back what was taken back of it.
    RedoTyped,
    /// Copies the selected text.
    CopyText,
    /// Writes what was copied last into a file.
    WriteCopy,
    /// Cuts the selected text out.
    CutText,
    /// Puts in what was copied or cut last.
    PasteText,
    /// Opens the text of the field in an editor of the person's choice.
    EditOutside,
    /// Finds the resolution that the one in the form follows.
    PickFollowed,
    /// Shows the earlier resolution that says nearly the same as the one in the form.
    ShowAlike,
    /// Takes the resolution in the form apart where the caret stands.
    SplitHere,
    /// Moves in the text; the key says how.
    MoveInText,
    /// Selects text; the key says how far.
    Select,
    /// From here on movements select text, until it is pressed again or the text is changed or taken: for terminals
    /// that do not send Shift with the arrows (PuTTY).
    StartSelecting,
    /// Types a zero-width non-joiner, where the terminal keeps Shift-Space to itself.
    Zwnj,
    /// The next field.
    NextField,
    /// The field before.
    PreviousField,
    /// Goes back to where one came from.
    Back,
    /// Leaves the program.
    Quit,
    /// The next lesson of the tutor.
    SkipLesson,
    /// Help for the screen one is in.
    Help,
    /// The settings.
    Settings,
    /// Sets the selected setting, or takes a key for the selected command.
    Change,
    /// Gives the selected command its first keys back.
    DefaultKeys,
    /// Opens what is done with a session before and after its minutes are written.
    Stage(Stage),
    /// Ticks a resolution as agreed to.
    Agree,
    /// Writes a correction of what final minutes say.
    Correct,
    /// Records the day of notification.
    Notify,
    /// Goes to what can be given out of what is at hand.
    Give,
    /// Shows a document as it would be given out.
    Preview,
    /// Goes to the review of minutes that are taken in.
    Import,
    /// Says what the selected matter means: the choice of this number, from 1.
    Answer(u8),
    /// Shows the card on which the way of sending text is chosen; the host takes its key before it comes here.
    Calibrate,
}

/// One command.
#[derive(Debug)]
pub struct Binding {
    /// What it asks for.
    pub act: Act,
    /// Its keys on a QWERTY layout in left-to-right reading; the first is shown in an English interface.
    pub keys: &'static [Key],
    /// The key that is shown in a Persian interface, where it is not the first: one whose Persian letter begins the
    /// Persian word.
    pub persian_key: Option<Key>,
    /// The command's name in a person's settings where its keys come after that of [`Act::Go`]; none where they are
    /// pressed by themselves.
    pub go_name: Option<&'static str>,
    /// Where it holds.
    pub places: &'static [Place],
    /// Its word in `words`.
    pub word: &'static str,
    /// Whether the key bar shows it.
    pub in_bar: bool,
}

impl Binding {
    /// The name of the command in a person's settings: that of its word. Commands of the same name in several places
    /// are one to her.
    pub fn name(&self) -> &'static str {
        let by_word = self.word.strip_prefix("do-").unwrap_or(self.word);
        self.go_name.unwrap_or(by_word)
    }

    /// What it is called where it stands among all commands.
    pub fn said(&self, words: &Words) -> String {
        let said = words.say(self.word);
        match self.go_name {
            Some(_) => words.say_with("do-go-then", &[("where", said.into())]),
            None => said,
        }
    }
}

/// Whether a command holds in every place but forms.
pub fn holds_everywhere(binding: &Binding) -> bool {
    EVERYWHERE.iter().all(|place| binding.places.contains(place))
}
