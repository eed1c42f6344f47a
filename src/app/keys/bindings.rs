//! Every command of the workspace, once: its keys, where it holds, its word; those that come after the key that says
//! where to go stand in `goes`. Does not know what a command does, nor how a key is looked up.

use super::acts::{Act, Binding};
use super::places::{
    CLOSING, EVERYWHERE, IN_SESSION, INVITATION, LETTERS, LOOKUP_FROM, Place, Place::*, READ_BACK, REVIEW,
    VERSIONS, WITH_TABS,
};
use crate::app::stage::Stage;
use crate::domain::attendance::Presence;
use crate::domain::vote::Ballot;
use crate::ui::{Code, Key};

const LISTS: &[Place] = &[Sessions, Open, Members, Attendance];

const fn bar(act: Act, keys: &'static [Key], places: &'static [Place], word: &'static str) -> Binding {
    Binding {
        act,
        keys,
        persian_key: None,
        go_name: None,
        places,
        word,
        in_bar: true,
    }
}

const fn quiet(act: Act, keys: &'static [Key], places: &'static [Place], word: &'static str) -> Binding {
    Binding {
        act,
        keys,
        persian_key: None,
        go_name: None,
        places,
        word,
        in_bar: false,
    }
}

const fn tick(presence: Presence, keys: &'static [Key], persian_key: Key, word: &'static str) -> Binding {
    Binding {
        act: Act::Mark(presence),
        keys,
        persian_key: Some(persian_key),
        go_name: None,
        places: &[Attendance],
        word,
        in_bar: true,
    }
}

const fn c(letter: char) -> Key {
    Key::char(letter)
}

const ENTER: Key = Key::plain(Code::Enter);
const INSERT: Key = Key::plain(Code::Insert);
const DELETE: Key = Key::plain(Code::Delete);
const CTRL_INSERT: Key = Key { ctrl: true, ..INSERT };
const TAB: Key = Key::plain(Code::Tab);

/// All commands, in the order in which bar and help show them.
pub const BINDINGS: &[Binding] = &[
    tick(Presence::Present, &[c('p'), c(' ')], c('p'), "do-present"),
    tick(Presence::Video, &[c('t')], c('t'), "do-video"),
    tick(Presence::Represented, &[c('s'), c('k')], c('k'), "do-represented"),
    tick(Presence::Excused, &[c('e'), c('l')], c('l'), "do-excused"),
    tick(Presence::Absent, &[c('a'), c('y')], c('y'), "do-absent"),
    bar(
        Act::Open,
        &[ENTER],
        &[Sessions, Notes, Resolutions, Open, History, FigureRows],
        "do-open",
    ),
    bar(Act::Edit, &[ENTER, Key::f(4)], &[Attendance], "do-edit-mark"),
    quiet(
        Act::Mark(Presence::Unticked),
        &[DELETE, Key::plain(Code::Backspace)],
        &[Attendance],
        "do-untick",
    ),
    bar(Act::MarkRest, &[c('i')], &[Attendance], "do-mark-rest"),
    bar(Act::Arrived, &[c('d')], &[Attendance], "do-arrived"),
    bar(Act::Departed, &[c('o')], &[Attendance], "do-departed"),
    bar(Act::AddGuest, &[c('h'), INSERT], &[Attendance], "do-add-guest"),
    bar(Act::Add, &[c('a'), INSERT], &[Sessions], "do-add-session"),
    bar(
        Act::Add,
        &[c('a'), INSERT],
        &[Agenda, Notes, Resolutions, Members],
        "do-add",
    ),
    bar(
        Act::Edit,
        &[c('e'), Key::f(4)],
        &[Sessions, Notes, Resolutions],
        "do-edit",
    ),
    quiet(Act::Edit, &[c('e'), Key::f(4)], &[Open], "do-edit"),
    bar(
        Act::Edit,
        &[c('e'), ENTER, Key::f(4)],
        &[Details, Agenda, Note, Resolution, Members],
        "do-edit",
    ),
    bar(Act::Rules, &[c('l')], &[Members], "do-rules"),
    bar(Act::Change, &[c(' ')], &[Layout], "do-put-in-or-out"),
    bar(
        Act::FollowUp,
        &[c('p')],
        &[Resolutions, Resolution, Open],
        "do-follow-up",
    ),
    bar(
        Act::SetStatus,
        &[c('s')],
        &[Resolutions, Resolution, Open],
        "do-status",
    ),
    bar(
        Act::Lookup,
        &[Key::f(7), Key::ctrl('f')],
        &[Sessions],
        "do-lookup",
    ),
    bar(
        Act::Remove,
        &[c('d'), DELETE],
        &[Sessions, Agenda, Notes, Note, Resolutions, Resolution, Members],
        "do-remove",
    ),
    bar(Act::Merge, &[c('h')], &[Members], "do-merge-into"),
    quiet(Act::Merge, &[c('y')], &[Sessions], "do-merge-session"),
    quiet(Act::Unsaved, &[c('k')], &[Sessions], "do-unsaved"),
    quiet(
        Act::Remove,
        &[c('d'), DELETE],
        &[History, Entry],
        "do-remove-import",
    ),
    bar(Act::ItemResult, &[c('s')], &[Agenda], "do-item-result"),
    bar(Act::Vote, &[c('f')], &[Resolutions], "do-vote"),
    quiet(Act::Vote, &[c('f')], &[Resolution], "do-vote"),
    bar(
        Act::Cast(Ballot::For),
        &[c('1'), c(' ')],
        &[Ballots],
        "do-cast-for",
    ),
    bar(
        Act::Cast(Ballot::Against),
        &[c('2')],
        &[Ballots],
        "do-cast-against",
    ),
    bar(
        Act::Cast(Ballot::Abstaining),
        &[c('3')],
        &[Ballots],
        "do-cast-abstaining",
    ),
    bar(Act::CastRest, &[c('i')], &[Ballots], "do-cast-rest"),
    bar(
        Act::Remove,
        &[DELETE, Key::plain(Code::Backspace)],
        &[Ballots],
        "do-uncast",
    ),
    quiet(
        Act::Attach,
        &[c('+'), c('=')],
        &[Details, Agenda, Resolutions, Resolution],
        "do-attach",
    ),
    quiet(
        Act::MoveToSession,
        &[c('-')],
        &[Resolutions],
        "do-move-to-session",
    ),
    quiet(Act::Break, &[c(';')], IN_SESSION, "do-break"),
    quiet(Act::Answers, &[c('\'')], &[Attendance], "do-answers"),
    quiet(Act::Standing, &[c('t')], &[Agenda], "do-standing"),
    quiet(
        Act::Hide,
        &[c('\'')],
        &[Agenda, Resolutions, Resolution],
        "do-hide",
    ),
    quiet(Act::Hide, &[c('\'')], &[Notes, Note], "do-hide-note"),
    Binding {
        persian_key: Some(c('l')),
        ..bar(Act::Decide, &[c('t'), c('l')], &[Notes, Note], "do-decide")
    },
    bar(Act::NextItem, &[c('f')], &[Notes, Agenda], "do-next-item"),
    quiet(Act::PreviousItem, &[c('k')], &[Notes, Agenda], "do-previous-item"),
    bar(Act::OpenList, &[c('o')], &[Sessions], "do-open-list"),
    bar(Act::Members, &[c('w')], &[Sessions], "do-members"),
    bar(Act::History, &[c('h')], &[Sessions], "do-history"),
    quiet(
        Act::Lookup,
        &[Key::f(7), Key::ctrl('f')],
        LOOKUP_FROM,
        "do-lookup",
    ),
    quiet(
        Act::SaveFilter,
        &[Key::f(2), Key::ctrl('s')],
        &[Open],
        "do-save-filter",
    ),
    bar(Act::Open, &[ENTER], &[Lookup], "do-go-there"),
    bar(Act::TakeOffer, &[TAB], &[Lookup], "do-take-offer"),
    quiet(Act::NextOffer, &[TAB.shifted()], &[Lookup], "do-next-offer"),
    bar(Act::Lines, &[Key::f(5), Key::ctrl('t')], &[Lookup], "do-lines"),
    bar(
        Act::SaveFilter,
        &[Key::f(2), Key::ctrl('s')],
        &[Lookup],
        "do-save-filter",
    ),
    quiet(Act::Move, MOVES_OF_HITS, &[Lookup], "do-move"),
    bar(Act::Back, &[Key::plain(Code::Escape)], &[Lookup], "do-back"),
    quiet(
        Act::Palette,
        &[Key::f(10), Key::ctrl('p')],
        &[Lookup],
        "do-palette",
    ),
    bar(Act::Help, &[Key::f(1), Key::ctrl('g')], &[Lookup], "do-help"),
    // The board of open resolutions.
    bar(Act::Remind, &[c('k')], &[Open], "do-remind"),
    quiet(Act::Remind, &[c('k')], &[Resolutions, Resolution], "do-remind"),
    Binding {
        persian_key: Some(c('\'')),
        ..bar(Act::Grouping, &[c('o'), c('\'')], &[Open], "do-grouping")
    },
    Binding {
        persian_key: Some(c('j')),
        ..quiet(Act::Fold, &[c('t'), c('j')], &[Open], "do-fold")
    },
    quiet(Act::FoldAll, &[c('[')], &[Open], "do-fold-all"),
    Binding {
        persian_key: Some(c('i')),
        ..quiet(Act::ChooseAll, &[c('a'), c('i')], &[Open], "do-choose-all")
    },
    quiet(
        Act::Next,
        &[Key::plain(Code::Right), TAB],
        &[Open],
        "do-next-group",
    ),
    quiet(
        Act::Previous,
        &[Key::plain(Code::Left), TAB.shifted()],
        &[Open],
        "do-previous-group",
    ),
    bar(Act::Find, &[c('f'), Key::f(3)], LISTS, "do-find"),
    Binding {
        persian_key: Some(c('j')),
        ..bar(Act::Layout, &[c('o'), c('j')], &[Members], "do-layout")
    },
    bar(
        Act::MoveUp,
        &[c('[')],
        &[Agenda, Notes, Resolutions, Layout, Members],
        "do-move-up",
    ),
    bar(
        Act::MoveDown,
        &[c(']')],
        &[Agenda, Notes, Resolutions, Layout, Members],
        "do-move-down",
    ),
    bar(Act::Wider, &[c('+'), c('=')], &[Layout], "do-wider"),
    bar(Act::Narrower, &[c('-')], &[Layout], "do-narrower"),
    quiet(Act::Renumber, &[c('i')], &[Resolutions], "do-renumber"),
    quiet(
        Act::Copy,
        &[c('y')],
        &[Notes, Note, Resolutions, Raw, Resolution, Open],
        "do-copy",
    ),
    quiet(Act::Split, &[c('t')], &[Resolutions, Resolution], "do-split"),
    quiet(Act::Merge, &[c('h')], &[Resolutions, Resolution], "do-merge"),
    quiet(Act::CopyEarlier, &[c('o')], &[Resolutions], "do-copy-earlier"),
    quiet(
        Act::Extend,
        &[c('l')],
        &[Resolutions, Resolution, Open],
        "do-extend",
    ),
    quiet(Act::ChooseRow, &[c(' ')], &[Resolutions, Open], "do-choose-row"),
    bar(Act::SetState, &[c('j')], &[Sessions, Details], "do-state"),
    quiet(
        Act::SetState,
        &[c('j')],
        &[Agenda, Attendance, Notes, Resolutions, Raw],
        "do-state",
    ),
    // Before and after the minutes are written; what fits the state of the session is offered.
    bar(Act::Open, &[ENTER], &[CLOSING], "do-go-there"),
    bar(Act::Open, &[ENTER], &[REVIEW], "do-open"),
    bar(Act::FollowUp, &[c('p')], &[REVIEW], "do-answer"),
    bar(Act::SetStatus, &[c('s')], &[REVIEW], "do-status"),
    bar(Act::Agree, &[c(' ')], &[READ_BACK], "do-agree"),
    bar(
        Act::Next,
        &[Key::plain(Code::Right), TAB, ENTER],
        &[READ_BACK],
        "do-read-next",
    ),
    bar(
        Act::Previous,
        &[Key::plain(Code::Left), TAB.shifted()],
        &[READ_BACK],
        "do-read-previous",
    ),
    bar(Act::Edit, &[c('e'), Key::f(4)], &[READ_BACK], "do-edit"),
    bar(Act::Copy, &[c('y')], &[INVITATION, CLOSING], "do-copy"),
    bar(Act::Edit, &[c('e'), ENTER, Key::f(4)], &[INVITATION], "do-edit"),
    bar(
        Act::Stage(Stage::Invitation),
        &[c('i')],
        &[Details],
        "do-invitation",
    ),
    Binding {
        persian_key: Some(c('k')),
        ..bar(
            Act::Stage(Stage::Closing),
            &[c('s'), c('k')],
            &[Details, READ_BACK, CLOSING],
            "do-close",
        )
    },
    bar(
        Act::Stage(Stage::ReadBack),
        &[c('f')],
        &[Details, CLOSING],
        "do-read-back",
    ),
    Binding {
        persian_key: Some(c('l')),
        ..bar(
            Act::Stage(Stage::Review),
            &[c('p'), c('l')],
            &[Details, Agenda],
            "do-review",
        )
    },
    bar(
        Act::Correct,
        &[c('w')],
        &[Details, Attendance, Notes, Note, Resolutions, Resolution],
        "do-correct",
    ),
    bar(
        Act::Stage(Stage::Corrections),
        &[c('t')],
        &[Details, CLOSING],
        "do-corrections",
    ),
    bar(Act::Notify, &[c('h')], &[Details, CLOSING, LETTERS], "do-notify"),
    bar(
        Act::Previous,
        &[Key::plain(Code::Left), TAB.shifted()],
        &[VERSIONS],
        "do-version-before",
    ),
    bar(
        Act::Next,
        &[Key::plain(Code::Right), TAB],
        &[VERSIONS],
        "do-version-after",
    ),
    bar(Act::SetState, &[c('j')], &[CLOSING], "do-state"),
    quiet(Act::GoToSession, &[c('o')], &[REVIEW], "do-go-to-session"),
    quiet(Act::Tab(0), &[c('1')], WITH_TABS, "do-tab-details"),
    quiet(Act::Tab(1), &[c('2')], WITH_TABS, "do-tab-agenda"),
    quiet(Act::Tab(2), &[c('3')], WITH_TABS, "do-tab-attendance"),
    quiet(Act::Tab(3), &[c('4')], WITH_TABS, "do-tab-notes"),
    quiet(Act::Tab(4), &[c('5')], WITH_TABS, "do-tab-resolutions"),
    quiet(Act::Tab(5), &[c('6')], WITH_TABS, "do-tab-raw"),
    quiet(Act::Tab(0), &[c('1')], &[Members], "do-tab-members"),
    quiet(Act::Tab(1), &[c('2')], &[Members], "do-tab-organisations"),
    quiet(Act::Tab(2), &[c('3')], &[Members], "do-tab-bodies"),
    quiet(
        Act::Next,
        &[Key::plain(Code::Right), TAB],
        IN_SESSION,
        "do-next-tab",
    ),
    quiet(
        Act::Previous,
        &[Key::plain(Code::Left), TAB.shifted()],
        IN_SESSION,
        "do-previous-tab",
    ),
    quiet(
        Act::Next,
        &[Key::plain(Code::Right), TAB],
        &[Members],
        "do-next-tab",
    ),
    quiet(
        Act::Previous,
        &[Key::plain(Code::Left), TAB.shifted()],
        &[Members],
        "do-previous-tab",
    ),
    bar(
        Act::Next,
        &[Key::plain(Code::Right), TAB],
        &[Resolution],
        "do-next-resolution",
    ),
    bar(
        Act::Previous,
        &[Key::plain(Code::Left), TAB.shifted()],
        &[Resolution],
        "do-previous-resolution",
    ),
    bar(
        Act::Next,
        &[Key::plain(Code::Right), TAB],
        &[Note],
        "do-next-note",
    ),
    bar(
        Act::Previous,
        &[Key::plain(Code::Left), TAB.shifted()],
        &[Note],
        "do-previous-note",
    ),
    // The figures.
    bar(Act::Open, &[ENTER], &[Figures], "do-open-rows"),
    bar(Act::NextYear, &[c('s')], &[Figures], "do-next-year"),
    bar(Act::NextBody, &[c('a')], &[Figures], "do-next-body"),
    bar(Act::ChartOrMap, &[c('k')], &[Figures], "do-chart-or-map"),
    bar(Act::Onward, &[Key::plain(Code::Right)], &[Figures], "do-onward"),
    quiet(
        Act::Backward,
        &[Key::plain(Code::Left)],
        &[Figures],
        "do-backward",
    ),
    quiet(Act::Next, &[TAB], &[Figures], "do-next-tab"),
    quiet(Act::Previous, &[TAB.shifted()], &[Figures], "do-previous-tab"),
    quiet(Act::Tab(0), &[c('1')], &[Figures], "do-tab-year"),
    quiet(Act::Tab(1), &[c('2')], &[Figures], "do-tab-figures-attendance"),
    quiet(Act::Tab(2), &[c('3')], &[Figures], "do-tab-execution"),
    quiet(Act::GoToSession, &[c('o')], &[FigureRows], "do-go-to-session"),
    bar(Act::GoToSession, &[c('o')], &[History, Entry], "do-go-to-session"),
    // Documents out.
    bar(Act::Open, &[ENTER], &[Giving, LETTERS], "do-give-out"),
    bar(
        Act::Next,
        &[Key::plain(Code::Right), TAB],
        &[Giving],
        "do-next-format",
    ),
    quiet(
        Act::Previous,
        &[Key::plain(Code::Left), TAB.shifted()],
        &[Giving],
        "do-previous-format",
    ),
    bar(Act::Edit, &[c('e'), Key::f(4)], &[Giving, LETTERS], "do-folder"),
    bar(Act::Preview, &[c('p')], &[Giving], "do-preview"),
    // Minutes in.
    quiet(Act::Import, &[c('i')], &[Sessions], "do-import"),
    bar(Act::Save, &[Key::f(2), Key::ctrl('s')], &[Import], "do-take-in"),
    bar(Act::Open, &[ENTER], &[Import], "do-is-right"),
    bar(
        Act::Next,
        &[Key::plain(Code::Right), TAB],
        &[Import],
        "do-next-meaning",
    ),
    quiet(
        Act::Previous,
        &[Key::plain(Code::Left), TAB.shifted()],
        &[Import],
        "do-previous-meaning",
    ),
    bar(Act::Edit, &[c('e'), Key::f(4)], &[Import], "do-type-meaning"),
    quiet(Act::Answer(1), &[c('1')], &[Import], "do-answer-1"),
    quiet(Act::Answer(2), &[c('2')], &[Import], "do-answer-2"),
    quiet(Act::Answer(3), &[c('3')], &[Import], "do-answer-3"),
    quiet(Act::Answer(4), &[c('4')], &[Import], "do-answer-4"),
    quiet(Act::Answer(5), &[c('5')], &[Import], "do-answer-5"),
    quiet(Act::Answer(6), &[c('6')], &[Import], "do-answer-6"),
    quiet(Act::Answer(7), &[c('7')], &[Import], "do-answer-7"),
    quiet(Act::Answer(8), &[c('8')], &[Import], "do-answer-8"),
    quiet(Act::Answer(9), &[c('9')], &[Import], "do-answer-9"),
    bar(Act::Give, &[Key::f(9), Key::ctrl('o')], EVERYWHERE, "do-give"),
    bar(Act::Jump, &[c('/'), Key::ctrl('k')], EVERYWHERE, "do-jump"),
    bar(Act::Go, &[c('g')], EVERYWHERE, "do-go"),
    bar(Act::Undo, &[c('u'), Key::ctrl('z')], EVERYWHERE, "do-undo"),
    quiet(Act::Redo, &[c('r'), Key::ctrl('y')], EVERYWHERE, "do-redo"),
    quiet(Act::Move, MOVES, EVERYWHERE, "do-move"),
    bar(Act::Save, &[Key::f(2), Key::ctrl('s')], &[Form], "do-save"),
    bar(
        Act::SaveAndNext,
        &[Key::f(5).shifted(), Key::ctrl('e')],
        &[Form],
        "do-save-and-next",
    ),
    bar(
        Act::EditOutside,
        &[Key::f(4), Key::ctrl('r')],
        &[Form],
        "do-edit-outside",
    ),
    bar(Act::Zwnj, &[Key::f(9), Key::ctrl(' ')], &[Form], "do-zwnj"),
    bar(Act::NextField, &[TAB], &[Form], "do-next-field"),
    bar(Act::PreviousField, &[TAB.shifted()], &[Form], "do-previous-field"),
    quiet(
        Act::UndoTyped,
        &[Key::f(5), Key::ctrl('z')],
        &[Form],
        "do-undo-typed",
    ),
    quiet(
        Act::RedoTyped,
        &[Key::f(6), Key::ctrl('y')],
        &[Form],
        "do-redo-typed",
    ),
    quiet(
        Act::CopyText,
        &[Key::f(7), Key::ctrl('c'), CTRL_INSERT],
        &[Form],
        "do-copy-text",
    ),
    // Shift-Delete and Shift-Insert are those of CUA; F8 is the card's.
    quiet(
        Act::CutText,
        &[DELETE.shifted(), Key::ctrl('x')],
        &[Form],
        "do-cut-text",
    ),
    quiet(
        Act::PasteText,
        &[INSERT.shifted(), Key::ctrl('v')],
        &[Form],
        "do-paste-text",
    ),
    quiet(
        Act::PickFollowed,
        &[Key::ctrl('k'), Key::f(4).shifted()],
        &[Form],
        "do-pick-followed",
    ),
    quiet(
        Act::ShowAlike,
        &[Key::ctrl('o'), Key::f(3).shifted()],
        &[Form],
        "do-show-alike",
    ),
    quiet(
        Act::SplitHere,
        &[Key::ctrl('t'), Key::f(2).shifted()],
        &[Form],
        "do-split-here",
    ),
    quiet(
        Act::WriteCopy,
        &[Key::f(7).shifted()],
        EVERYWHERE,
        "do-write-copy",
    ),
    quiet(Act::WriteCopy, &[Key::f(7).shifted()], &[Form], "do-write-copy"),
    quiet(Act::MoveInText, MOVES_IN_TEXT, &[Form], "do-move-in-text"),
    quiet(Act::Select, SELECTING, &[Form], "do-select"),
    quiet(
        Act::StartSelecting,
        &[Key::f(3), Key::ctrl('6')],
        &[Form],
        "do-start-selecting",
    ),
    bar(Act::Back, &[Key::plain(Code::Escape)], &[Form], "do-leave"),
    quiet(Act::Palette, &[Key::f(10), Key::ctrl('p')], &[Form], "do-palette"),
    bar(Act::Help, &[Key::f(1), Key::ctrl('g')], &[Form], "do-help"),
    bar(
        Act::Palette,
        &[c(':'), Key::f(10), Key::ctrl('p')],
        EVERYWHERE,
        "do-palette",
    ),
    quiet(Act::Back, &[Key::plain(Code::Escape)], EVERYWHERE, "do-back"),
    quiet(Act::Quit, &[c('q')], EVERYWHERE, "do-quit"),
    quiet(Act::Settings, &[Key::f(12), c('z')], EVERYWHERE, "do-settings"),
    quiet(
        Act::Settings,
        &[Key::f(12)],
        &[Form, Settings, Lookup],
        "do-settings",
    ),
    quiet(
        Act::SkipLesson,
        &[Key::f(11), Key::ctrl('n')],
        EVERYWHERE,
        "do-skip-lesson",
    ),
    quiet(
        Act::SkipLesson,
        &[Key::f(11), Key::ctrl('n')],
        &[Form, Lookup],
        "do-skip-lesson",
    ),
    quiet(
        Act::Calibrate,
        &[Key::f(8), Key::ctrl('l')],
        EVERYWHERE,
        "do-calibrate",
    ),
    quiet(
        Act::Calibrate,
        &[Key::f(8), Key::ctrl('l')],
        &[Form, Settings, Lookup],
        "do-calibrate",
    ),
    bar(Act::Change, &[ENTER, c(' ')], &[Settings], "do-change"),
    bar(
        Act::DefaultKeys,
        &[DELETE, Key::plain(Code::Backspace)],
        &[Settings],
        "do-default-keys",
    ),
    quiet(Act::Move, MOVES, &[Settings], "do-move"),
    bar(Act::Back, &[Key::plain(Code::Escape)], &[Settings], "do-back"),
    quiet(
        Act::Palette,
        &[c(':'), Key::f(10), Key::ctrl('p')],
        &[Settings],
        "do-palette",
    ),
    bar(Act::Help, &[c('?'), Key::f(1)], &[Settings], "do-help"),
    bar(Act::Help, &[c('?'), Key::f(1)], EVERYWHERE, "do-help"),
];

const MOVES: &[Key] = &[
    Key::plain(Code::Up),
    Key::plain(Code::Down),
    Key::plain(Code::PageUp),
    Key::plain(Code::PageDown),
    Key::plain(Code::Home),
    Key::plain(Code::End),
];

/// Where text is typed beside the list: the other keys move in the text.
const MOVES_OF_HITS: &[Key] = &[
    Key::plain(Code::Up),
    Key::plain(Code::Down),
    Key::plain(Code::PageUp),
    Key::plain(Code::PageDown),
];

const MOVES_IN_TEXT: &[Key] = &[
    Key::plain(Code::Left),
    Key::plain(Code::Right),
    Key::plain(Code::Up),
    Key::plain(Code::Down),
    Key::plain(Code::Home),
    Key::plain(Code::End),
];

const SELECTING: &[Key] = &[
    Key::plain(Code::Left).shifted(),
    Key::plain(Code::Right).shifted(),
    Key::plain(Code::Up).shifted(),
    Key::plain(Code::Down).shifted(),
];
