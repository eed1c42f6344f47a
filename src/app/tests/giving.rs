//! Documents given out from the workspace: what is offered, asked, said and remembered. No file is written here.

use super::desk::Desk;
use crate::app::giving::{FilesPresent, GiveOrder, GivePlace, GivenEnd, GivenFiles, NotGiven};
use crate::app::{Effect, Msg, Screen};
use crate::office::command::DiskError;
use crate::papers::issue::{FileFormat, NotIssued, OfficeDocument, PreviewedFile};
use crate::words::Lang;
use std::path::PathBuf;

/// What the host was asked to give out.
fn ordered(desk: &mut Desk) -> GiveOrder {
    match desk.left_over().as_slice() {
        [Effect::Give { order, .. }] => (**order).clone(),
        other => panic!("{other:?}"),
    }
}

fn whole(files: &[&str]) -> Msg {
    Msg::Given(GivenFiles {
        files: files.iter().map(PathBuf::from).collect(),
        end: GivenEnd::Whole,
    })
}

#[test]
fn two_keys_give_the_minutes_of_the_selected_session() {
    let mut desk = Desk::persian();
    desk.press("<Down><F9>");
    assert_eq!(*desk.model.screen(), Screen::Giving);
    desk.assert_shows("صورتجلسه").assert_shows("/papers");
    desk.press("<Enter>");
    let order = ordered(&mut desk);
    assert!(
        matches!(order.request.document, OfficeDocument::Minutes(_)),
        "{order:?}"
    );
    assert_eq!(order.to, GivePlace::Folder("/papers".into()));
    assert_eq!(order.present, FilesPresent::Refuse);
}

#[test]
fn a_resolution_that_is_shown_is_offered_as_an_extract() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5<F9>").assert_shows("مستخرج مصوبه");
    desk.press("<Esc>");
    assert_ne!(*desk.model.screen(), Screen::Giving);
    assert_eq!(desk.left_over(), []);
}

#[test]
fn arrows_choose_the_format_and_it_is_remembered_when_the_file_is_there() {
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("<F9><Right><Enter>");
    let order = ordered(&mut desk);
    let formats = order.request.document.formats();
    assert_eq!(order.request.format, formats[1]);
    assert_eq!(desk.model.context().setup.settings.documents.format, None);
    desk.tell(whole(&["/papers/Minutes.csv"]));
    desk.assert_shows("Written: /papers/Minutes.csv");
    match desk.left_over().as_slice() {
        [Effect::SaveSettings(settings)] => assert_eq!(settings.documents.format, Some(formats[1])),
        other => panic!("{other:?}"),
    }
    // That the format was kept does not hide where the file is.
    desk.tell(Msg::SettingsSaved(Ok(())));
    desk.assert_shows("Written: /papers/Minutes.csv");
    // The other documents that have the format come in it, too; those that have not, in their own.
    desk.press("<Down><Enter>");
    assert_eq!(ordered(&mut desk).request.format, formats[1]);
}

#[test]
fn every_format_is_seen_on_a_narrow_screen_and_what_a_document_is_of_is_said() {
    let mut desk = Desk::new(Lang::En, 60, 16);
    desk.press("<F9>").assert_shows("xlsx csv json");
    desk.assert_hides("all bodies");
    desk.press("<Down><Down><Down><Down>").assert_shows("the year ");
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("o<F9>").assert_shows("کارگروه آب, the year 1401");
    // The archive is of everything.
    desk.press("<End>").assert_hides("کارگروه آب,");
}

#[test]
fn what_is_there_is_replaced_only_after_a_question() {
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("<F9><Enter>");
    assert_eq!(ordered(&mut desk).present, FilesPresent::Refuse);
    let present = NotGiven::Present(vec!["/papers/Minutes.docx".into()]);
    desk.tell(Msg::Given(GivenFiles::nothing(present.clone())));
    desk.assert_shows("Replace?").assert_shows("/papers/Minutes.docx");
    // The harmless answer is the chosen one.
    desk.press("<Enter>");
    assert_eq!(desk.left_over(), []);
    desk.press("<Enter>");
    ordered(&mut desk);
    desk.tell(Msg::Given(GivenFiles::nothing(present)));
    desk.press("<Up><Enter>");
    assert_eq!(ordered(&mut desk).present, FilesPresent::Replace);
}

#[test]
fn of_several_files_those_that_are_missing_are_written_beside_those_that_are_there() {
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("<F9><Down><Enter>");
    assert!(ordered(&mut desk).request.document.is_many());
    let present = NotGiven::Present(vec!["/papers/Minutes.docx".into()]);
    desk.tell(Msg::Given(GivenFiles::nothing(present)));
    // It is the chosen answer, and takes nothing away.
    desk.assert_shows("only those that are missing").press("<Enter>");
    assert_eq!(ordered(&mut desk).present, FilesPresent::Keep);
    desk.tell(whole(&[])).assert_shows("Nothing was written");
}

#[test]
fn what_lasts_says_how_far_it_is_and_is_stopped_by_esc() {
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("<F9><Enter>");
    ordered(&mut desk);
    desk.tell(Msg::Giving { done: 12, all: 300 });
    desk.assert_shows("12 of 300 files are written");
    // Nothing else is given out meanwhile.
    desk.press("<Enter>").assert_shows("stop it with Esc");
    assert_eq!(desk.left_over(), []);
    desk.press("<Esc>");
    assert_eq!(desk.left_over(), [Effect::StopGiving]);
    desk.tell(Msg::Given(GivenFiles {
        files: vec!["/papers/a".into(), "/papers/b".into()],
        end: GivenEnd::Stopped,
    }));
    desk.assert_shows("2 files are written whole");
    desk.press("<Esc>");
    assert_eq!(*desk.model.screen(), Screen::Sessions);
    assert_eq!(desk.left_over(), []);
}

#[test]
fn what_cannot_be_given_is_said() {
    for (why, said) in [
        (
            NotGiven::Disk("/papers/x".into(), DiskError::Full),
            "/papers/x was not written",
        ),
        (
            NotGiven::Unread("/fonts/x.ttf".into(), DiskError::NotFound),
            "/fonts/x.ttf was not read",
        ),
        (
            NotGiven::NotIssued(NotIssued::NoSuchRecord("s9".to_owned())),
            "s9",
        ),
    ] {
        let mut desk = Desk::new(Lang::En, 120, 30);
        desk.press("<F9><Enter>");
        ordered(&mut desk);
        desk.tell(Msg::Given(GivenFiles::nothing(why))).assert_shows(said);
        assert_eq!(desk.left_over(), []);
    }
}

#[test]
fn a_folder_that_is_typed_holds_and_is_kept() {
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("<F9>e").assert_shows("Folder of documents");
    desk.press("out<Enter>").assert_shows("/papers/out");
    match desk.left_over().as_slice() {
        [Effect::SaveSettings(settings)] => {
            assert_eq!(settings.documents.folder.as_deref(), Some("out"));
        }
        other => panic!("{other:?}"),
    }
    desk.press("<Enter>");
    assert_eq!(ordered(&mut desk).to, GivePlace::Folder("/papers/out".into()));
}

#[test]
fn a_document_is_shown_before_it_is_given_out() {
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("<F9>p");
    match desk.left_over().as_slice() {
        [Effect::Preview { request, .. }] => {
            assert!(matches!(request.document, OfficeDocument::Minutes(_)));
        }
        other => panic!("{other:?}"),
    }
    let text: Vec<String> = (1..60).map(|number| format!("line {number}.")).collect();
    let file = PreviewedFile {
        name: "Minutes.txt".to_owned(),
        text: text.join("\n"),
    };
    desk.tell(Msg::Previewed(Ok(vec![file])));
    desk.assert_shows("Minutes.txt")
        .assert_shows("line 1.")
        .assert_hides("line 59.");
    desk.press("<End>").assert_shows("line 59.");
    desk.press("<Esc>");
    assert_eq!(*desk.model.screen(), Screen::Giving);
    let refused = NotIssued::NotInFormat {
        document: OfficeDocument::Archive,
        format: FileFormat::Docx,
    };
    desk.tell(Msg::Previewed(Err(refused))).assert_shows("docx");
}

#[test]
fn who_sits_far_from_the_disk_is_told_how_to_fetch_the_file() {
    let mut desk = Desk::new(Lang::En, 100, 30);
    desk.model.setup.fetch = Some("sara@10.0.0.5".to_owned());
    desk.press("<F9><Enter>");
    ordered(&mut desk);
    desk.tell(whole(&["/papers/Minutes of it's.docx"]));
    desk.assert_shows("scp 'sara@10.0.0.5:/papers/");
    desk.press("<Down><Enter>");
    let copied = desk.left_over().into_iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text),
        _ => None,
    });
    let command = "scp 'sara@10.0.0.5:/papers/Minutes of it'\\''s.docx' .";
    assert_eq!(copied.as_deref(), Some(command));
}

#[test]
fn documents_of_figures_are_of_their_body_and_year() {
    let mut desk = Desk::persian();
    desk.press("gy<F9>");
    assert_eq!(*desk.model.screen(), Screen::Giving);
    desk.assert_shows("دفتر مصوبات");
    desk.press("<Enter>");
    let order = ordered(&mut desk);
    assert!(
        matches!(order.request.document, OfficeDocument::Reminders(_)),
        "{order:?}"
    );
}
