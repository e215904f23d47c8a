using System.CommandLine;
using Workers.Cli.Running;

namespace Workers.Cli.DeadLetters;

/// <summary>What can be done about dead letters.</summary>
internal static class DeadLetterCommands
{
    public static Command Create(CommandFactory commands) => new("dlq", "Looks at dead letters, rehearses them, sends them back, throws them away.")
    {
        LookingCommands.List(commands),
        LookingCommands.Show(commands),
        GroupsCommand.Create(commands),
        RehearsalCommands.Rehearse(commands),
        CaptureCommand.Create(commands),
        RemovalCommands.Redrive(commands),
        RemovalCommands.Discard(commands),
    };
}
