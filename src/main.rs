//! Parses the arguments and runs one command.

fn main() -> std::process::ExitCode {
    dabir::cli::main()
}
