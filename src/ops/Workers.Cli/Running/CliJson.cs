using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workers.AuditTrail;
using Workers.Cli.Audit;
using Workers.Cli.Exporting;
using Workers.Cli.Loading;
using Workers.Cli.Orders;
using Workers.Cli.Provisioning;
using Workers.Cli.Publishing;
using Workers.Cli.Schemas;
using Workers.Cli.Views;
using Workers.Cli.Workflow;
using Workers.Effects.Rehearsals;
using Workers.Operations.Books;
using Workers.Operations.DeadLetters;
using Workers.Operations.Executions;
using Workers.Operations.Fleet;
using Workers.Operations.Forecasts;
using Workers.Operations.Orders;
using Workers.Operations.Rehearsals;
using Workers.Operations.Replaying;
using Workers.Operations.Status;
using Workers.Provisioning;

namespace Workers.Cli.Running;

/// <summary>Every answer as JSON: camelCase members, what is unknown left out.</summary>
[JsonSerializable(typeof(ProvisioningAnswer))]
[JsonSerializable(typeof(ExportAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(FleetView))]
[JsonSerializable(typeof(SteeringAnswer))]
[JsonSerializable(typeof(FleetForecast))]
[JsonSerializable(typeof(ListAnswer))]
[JsonSerializable(typeof(ListsAnswer))]
[JsonSerializable(typeof(RemovalAnswer))]
[JsonSerializable(typeof(LetterGroups))]
[JsonSerializable(typeof(RehearsalAnswer))]
[JsonSerializable(typeof(RehearsedRedriveAnswer))]
[JsonSerializable(typeof(PastAnswer))]
[JsonSerializable(typeof(PublishAnswer))]
[JsonSerializable(typeof(LoadAnswer))]
[JsonSerializable(typeof(ReplayAnswer))]
[JsonSerializable(typeof(DebugReplayAnswer))]
[JsonSerializable(typeof(VerifyAnswer))]
[JsonSerializable(typeof(BooksAnswer))]
[JsonSerializable(typeof(ShowAnswer))]
[JsonSerializable(typeof(ViewsAnswer))]
[JsonSerializable(typeof(RebuildAnswer))]
[JsonSerializable(typeof(SchemasAnswer))]
[JsonSerializable(typeof(AuditVerifyAnswer))]
[JsonSerializable(typeof(WorkflowListAnswer))]
[JsonSerializable(typeof(WorkflowShowAnswer))]
[JsonSerializable(typeof(WorkflowHistoryAnswer))]
[JsonSerializable(typeof(WorkflowStopAnswer))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>The one that answers are written with.</summary>
    public static CliJson Plain { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // nothing here is a web page
        Converters =
        {
            new JsonStringEnumConverter<EntryStatus>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Change>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<RemovalOutcome>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<RehearsalOutcome>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<BookFindingKind>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<FindingKind>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<DifferenceKind>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<ChangeKind>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<Harmed>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<AuditFindingKind>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<StepOutcome>(JsonNamingPolicy.CamelCase),
        },
    });
}
