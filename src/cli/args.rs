//! What can be written behind `dabir`. Does not know any sentence: those are put in by `usage`.

use crate::app::settings::Bandwidth;
use crate::calendar::Day;
use crate::host::Bidi;
use crate::papers::issue::{FileFormat, LetterNumber};
use crate::store::ChainHead;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Parser)]
#[command(
    name = "dabir",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(super) struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<CliCommand>,
}

#[derive(clap::Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "DIR", env = "DABIR_STORE", value_parser = clap::value_parser!(PathBuf))]
    pub store: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE", env = "DABIR_CONFIG", value_parser = clap::value_parser!(PathBuf))]
    pub config: Option<PathBuf>,
    #[arg(
        long,
        global = true,
        value_name = "LANG",
        env = "DABIR_LANG",
        value_enum,
        default_value = "fa"
    )]
    pub lang: LangName,
    #[arg(long, global = true, value_name = "DATE", env = "DABIR_TODAY", value_parser = day)]
    pub today: Option<Day>,
    #[arg(
        long,
        global = true,
        value_name = "MODE",
        env = "DABIR_BIDI",
        value_parser = PossibleValuesParser::new(Bidi::names()).try_map(|name| name.parse::<Bidi>()),
        default_value = "auto"
    )]
    pub bidi: Bidi,
    #[arg(
        long,
        global = true,
        value_name = "AMOUNT",
        env = "DABIR_BANDWIDTH",
        value_parser = PossibleValuesParser::new(Bandwidth::ALL.map(Bandwidth::name)).map(|name| Bandwidth::named(&name)),
    )]
    pub bandwidth: Option<Bandwidth>,
    #[arg(long, global = true, value_name = "DIGITS", value_enum)]
    pub digits: Option<DigitsName>,
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        value_enum,
        default_value = "table"
    )]
    pub format: Format,
}

/// Reads a day for an option; what is wrong with another text is said by `usage`.
fn day(text: &str) -> Result<Day, String> {
    crate::calendar::parse_day(text).map_err(|_| String::new())
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LangName {
    Fa,
    En,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DigitsName {
    Fa,
    Latn,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Json,
    Csv,
}

#[derive(Subcommand)]
pub(super) enum CliCommand {
    Import(ImportArgs),
    Imports(ImportsArgs),
    Bodies(BodiesArgs),
    Organisations(RecordsArgs),
    Members(RecordsArgs),
    Sessions(RecordsArgs),
    Resolutions(QueryArgs),
    Open(QueryArgs),
    Report(ReportArgs),
    Show(ShowArgs),
    #[command(subcommand)]
    Export(Export),
    Attach(AttachArgs),
    Detach(DetachArgs),
    Attachments(AttachmentsArgs),
    Check(CheckArgs),
    Backup(OneFile),
    Restore(OneFile),
    History(HistoryArgs),
    Undo,
    Redo,
    Demo(DemoArgs),
    Tutor,
    Completions(CompletionsArgs),
    Man(ManArgs),
}

#[derive(clap::Args)]
pub(super) struct ImportArgs {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub body: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Day>,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(clap::Args)]
pub(super) struct Selection {
    #[arg(long, value_name = "NAME")]
    pub body: Option<String>,
    #[arg(long, value_name = "YEAR", value_parser = year)]
    pub year: Option<i32>,
}

/// A listing, or what is to happen to some of its records.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct RecordsArgs {
    #[command(flatten)]
    pub selection: Selection,
    #[command(subcommand)]
    pub change: Option<RecordsChange>,
}

#[derive(Subcommand)]
pub(super) enum RecordsChange {
    Remove(RemovalArgs),
    Merge(MergeArgs),
}

/// Two bodies are never one: they met, each for itself.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct BodiesArgs {
    #[command(flatten)]
    pub selection: Selection,
    #[command(subcommand)]
    pub change: Option<RemovalChange>,
}

#[derive(clap::Args)]
pub(super) struct ImportsArgs {
    #[command(subcommand)]
    pub change: Option<RemovalChange>,
}

#[derive(Subcommand)]
pub(super) enum RemovalChange {
    Remove(RemovalArgs),
}

#[derive(clap::Args)]
pub(super) struct RemovalArgs {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(clap::Args)]
pub(super) struct MergeArgs {
    #[arg(value_name = "GONE")]
    pub gone: String,
    #[arg(value_name = "KEPT")]
    pub kept: String,
    #[arg(long)]
    pub dry_run: bool,
}

/// Reads a Jalali year in any digits.
fn year(text: &str) -> Result<i32, String> {
    let number = crate::text::digits::latin_digits(text.trim()).parse();
    number
        .ok()
        .filter(|year| (1..=3000).contains(year))
        .ok_or_else(String::new)
}

#[derive(clap::Args)]
pub(super) struct QueryArgs {
    #[arg(value_name = "QUERY", value_parser = term)]
    pub query: Vec<String>,
}

#[derive(clap::Args)]
pub(super) struct ReportArgs {
    #[arg(value_name = "WHAT", value_enum)]
    pub what: ReportName,
    #[command(flatten)]
    pub selection: Selection,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportName {
    Year,
    Attendance,
    Execution,
}

#[derive(clap::Args)]
pub(super) struct OneId {
    #[arg(value_name = "ID")]
    pub id: String,
}

#[derive(clap::Args)]
pub(super) struct ShowArgs {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "NUMBER", value_parser = version_number)]
    pub version: Option<u32>,
    #[arg(long, value_name = "NUMBER", value_parser = version_number, requires = "version")]
    pub against: Option<u32>,
}

/// Reads the number of a version in any digits.
fn version_number(text: &str) -> Result<u32, String> {
    let number = crate::text::digits::latin_digits(text.trim()).parse();
    number.ok().filter(|number| *number > 0).ok_or_else(String::new)
}

#[derive(Subcommand)]
pub(super) enum Export {
    Minutes(ExportMinutes),
    Extract(ExportOne),
    Letters(ExportLetters),
    Reminders(ExportReminders),
    Invitation(ExportOne),
    Corrections(ExportOne),
    Session(ExportMinutes),
    Register(ExportOf),
    Report(ExportReport),
    Attendance(ExportOf),
    Fees(ExportOf),
    Handover(ExportHandover),
    Calendar(ExportOf),
    Archive(ExportTo),
    Schema(ExportTo),
    Template(ExportTo),
}

#[derive(clap::Args)]
pub(super) struct ExportMinutes {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    #[command(flatten)]
    pub to: ExportTo,
}

#[derive(clap::Args)]
pub(super) struct ExportLetters {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "TEXT", value_parser = letter_number)]
    pub number_from: Option<LetterNumber>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub notified: Option<Day>,
    #[command(flatten)]
    pub to: ExportTo,
}

#[derive(clap::Args)]
pub(super) struct ExportReminders {
    #[command(flatten)]
    pub selection: Selection,
    #[arg(long, value_name = "TEXT", value_parser = letter_number)]
    pub number_from: Option<LetterNumber>,
    #[arg(long)]
    pub record: bool,
    #[command(flatten)]
    pub to: ExportTo,
}

/// Reads the number of a letter; what is wrong with another text is said by `usage`.
fn letter_number(text: &str) -> Result<LetterNumber, String> {
    LetterNumber::read(text).ok_or_else(String::new)
}

#[derive(clap::Args)]
pub(super) struct ExportOne {
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub to: ExportTo,
}

#[derive(clap::Args)]
pub(super) struct ExportOf {
    #[command(flatten)]
    pub selection: Selection,
    #[command(flatten)]
    pub to: ExportTo,
}

/// A handover book is of the day on which it is made; it has no year.
#[derive(clap::Args)]
pub(super) struct ExportHandover {
    #[arg(long, value_name = "NAME")]
    pub body: Option<String>,
    #[command(flatten)]
    pub to: ExportTo,
}

#[derive(clap::Args)]
pub(super) struct ExportReport {
    #[command(flatten)]
    pub of: ExportOf,
    #[arg(long, value_name = "NUMBER", requires = "year", value_parser = quarter)]
    pub quarter: Option<u8>,
}

/// Reads the number of a quarter in any digits.
fn quarter(text: &str) -> Result<u8, String> {
    let number = crate::text::digits::latin_digits(text.trim()).parse();
    let quarter = number.ok().filter(|number| (1..=4).contains(number));
    quarter.ok_or_else(String::new)
}

/// Where an export goes, the same for all of them.
#[derive(clap::Args)]
pub(super) struct ExportTo {
    #[arg(long, value_name = "PATH")]
    pub to: PathBuf,
    #[arg(id = "as", long = "as", value_name = "FORMAT", value_parser = file_format())]
    pub format: Option<FileFormat>,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub bom: bool,
}

fn file_format() -> impl TypedValueParser<Value = FileFormat> {
    let names = FileFormat::ALL.map(FileFormat::ending);
    PossibleValuesParser::new(names).try_map(|name| {
        let mut formats = FileFormat::ALL.into_iter();
        formats
            .find(|format| format.ending() == name)
            .ok_or_else(String::new)
    })
}

#[derive(clap::Args)]
pub(super) struct AttachArgs {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "NUMBER", value_parser = version_number)]
    pub item: Option<u32>,
}

#[derive(clap::Args)]
pub(super) struct DetachArgs {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(long, value_name = "NUMBER", value_parser = version_number)]
    pub item: Option<u32>,
}

#[derive(clap::Args)]
pub(super) struct AttachmentsArgs {
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    #[arg(long, value_name = "FOLDER")]
    pub to: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(super) struct CheckArgs {
    #[arg(long)]
    pub rebuild: bool,
    #[arg(long, value_name = "HEAD", value_parser = chain_head)]
    pub against: Option<ChainHead>,
}

/// Reads the head of a chain; what is wrong with another text is said by `usage`.
fn chain_head(text: &str) -> Result<ChainHead, String> {
    ChainHead::read(text).ok_or_else(String::new)
}

#[derive(clap::Args)]
pub(super) struct OneFile {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(clap::Args)]
pub(super) struct HistoryArgs {
    #[arg(value_name = "ID")]
    pub id: Option<String>,
}

#[derive(clap::Args)]
pub(super) struct DemoArgs {
    #[arg(long)]
    pub no_open: bool,
}

#[derive(clap::Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: clap_complete::Shell,
}

#[derive(clap::Args)]
pub(super) struct ManArgs {
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

/// Stands before an excluded term on its way through clap; no argument of a process can hold it.
const EXCLUDED: &str = "\0";

/// The arguments with the excluded terms of a query (`-status:done`) marked as values: clap would take them for
/// options, and where it is told to allow them, it takes the options behind them for terms.
pub(super) fn with_terms(arguments: Vec<OsString>) -> Vec<OsString> {
    let asks = |argument: &OsString| argument == "resolutions" || argument == "open";
    let Some(at) = arguments.iter().position(asks) else {
        return arguments;
    };
    let is_term = |text: &str| text.starts_with('-') && !text.starts_with("--") && text != "-h";
    let marked = arguments
        .into_iter()
        .enumerate()
        .map(|(place, argument)| match argument.to_str() {
            Some(text) if place > at && is_term(text) => format!("{EXCLUDED}{text}").into(),
            _ => argument,
        });
    marked.collect()
}

fn term(text: &str) -> Result<String, String> {
    Ok(text.strip_prefix(EXCLUDED).unwrap_or(text).to_owned())
}

/// Language, digits and mode of text as they stand in the arguments and the environment, read before the arguments are: what is
/// wrong with the arguments is said in them too.
pub(super) fn early(arguments: &[OsString]) -> (LangName, Option<DigitsName>, Bidi) {
    let written = |option: &str| {
        let texts: Vec<&str> = arguments
            .iter()
            .map_while(|a| a.to_str())
            .take_while(|a| *a != "--")
            .collect();
        let joined = format!("{option}=");
        let behind = texts
            .iter()
            .position(|text| *text == option)
            .and_then(|at| texts.get(at + 1));
        behind
            .copied()
            .or_else(|| texts.iter().find_map(|text| text.strip_prefix(&joined)))
            .map(str::to_owned)
    };
    let lang = written("--lang").or_else(|| std::env::var("DABIR_LANG").ok());
    let lang = lang
        .and_then(|name| LangName::from_str(&name, true).ok())
        .unwrap_or(LangName::Fa);
    let bidi = written("--bidi").or_else(|| std::env::var("DABIR_BIDI").ok());
    (
        lang,
        written("--digits").and_then(|name| DigitsName::from_str(&name, true).ok()),
        bidi.and_then(|name| name.parse().ok()).unwrap_or_default(),
    )
}
