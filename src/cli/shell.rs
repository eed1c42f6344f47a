//! `dabir completions` and `dabir man`: for the shell and for man. Does not know the commands; clap does.

use super::call::Call;
use super::fault::Fault;
use super::usage;

/// Writes the completions of a shell.
pub(super) fn completions(call: &Call, shell: clap_complete::Shell) -> Result<(), Fault> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut usage::command(&call.words), "dabir", &mut script);
    call.write(&script)
}

/// Writes the page of man (roff) of the program, or of one of its commands.
pub(super) fn man(call: &Call, name: Option<&str>) -> Result<(), Fault> {
    let mut command = usage::command(&call.words);
    command.build();
    let shown = match name {
        None => command,
        Some(name) => match command.find_subcommand(name) {
            Some(sub) => sub.clone(),
            None => {
                let unknown = call.say_with("usage-unknown-command", &[("command", name.into())]);
                return Err(Fault::usage(unknown));
            }
        },
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(shown)
        .render(&mut page)
        .map_err(|error| call.unwritten(&error))?;
    call.write(&page)
}
