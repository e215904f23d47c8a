using System.CommandLine;
using System.Globalization;
using Workers.Cli.Running;
using Workers.Operations.Reading;

namespace Workers.Cli.Audit;

/// <summary>What can be asked about the record of all events.</summary>
internal static class AuditCommands
{
    private const string DayFormat = "yyyy-MM-dd";

    public static Command Create(CommandFactory commands) =>
        new("audit", "Checks that nothing in the record of all events was altered or removed.")
        {
            Verify(commands),
        };

    private static Command Verify(CommandFactory commands)
    {
        var day = new Option<string?>("--day")
        {
            Description = "The UTC day on which the events were recorded, such as 2026-11-30. Every day unless given.",
            HelpName = "DAY",
        };
        day.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !TryParse(text, out _))
            {
                result.AddError($"--day {Printable.Of(text)} must be a day, such as 2026-11-30.");
            }
        });
        var command = commands.Create(
            "verify",
            "Follows chains of hashes and looks for rows that none of them knows; changes nothing. Ends with 1 where something is wrong.",
            async (session, arguments, cancellationToken) =>
            {
                var tables = new AuditTables(new TableReader(session.Aws.DynamoDb, session.Naming, session.Time));
                DateOnly? one = TryParse(arguments.GetValue(day), out var parsed) ? parsed : null;
                var answer = await session.ProgressAsync(
                    "links and rows checked",
                    await tables.CountAsync(cancellationToken),
                    progress => new AuditVerification(tables, session.Time, progress).RunAsync(one, cancellationToken));
                session.Answer(answer, CliJson.Plain.AuditVerifyAnswer, console => AuditVerifyReport.Write(console, answer));
                return answer.Wrong == 0 ? ExitCode.Done : ExitCode.Failed;
            });
        command.Add(day);
        return command;
    }

    private static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
