using LocalAws.StepFunctions.Operations;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions.Data;

/// <summary>Everything that Step Functions holds, as it is saved.</summary>
/// <param name="Revisions">The state machines at every revision that one of them or an execution has.</param>
/// <param name="Machines">The state machines, as places in the revisions.</param>
/// <param name="Activities">The activities; their tasks are with the executions.</param>
/// <param name="Executions">The executions, in the order in which they began.</param>
/// <param name="Tags">The tags by ARN.</param>
internal sealed record StepFunctionsState(
    IReadOnlyList<MachineState> Revisions,
    IReadOnlyList<int> Machines,
    IReadOnlyList<ActivityState> Activities,
    IReadOnlyList<ExecutionState> Executions,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tags);

/// <summary>A revision of a state machine as it is saved: its definition is compiled again.</summary>
internal sealed record MachineState(string Arn, string Name, string Text, string RoleArn)
{
    public required DateTimeOffset CreationDate { get; init; }

    public required DateTimeOffset UpdateDate { get; init; }

    public required LoggingConfiguration Logging { get; init; }

    public required TracingConfiguration Tracing { get; init; }

    public EncryptionConfiguration? Encryption { get; init; }

    public string? RevisionId { get; init; }

    public bool IsDeleting { get; init; }

    public static MachineState Of(StateMachine machine) => new(machine.Arn, machine.Name, machine.Text, machine.RoleArn)
    {
        CreationDate = machine.CreationDate,
        UpdateDate = machine.UpdateDate,
        Logging = machine.Logging,
        Tracing = machine.Tracing,
        Encryption = machine.Encryption,
        RevisionId = machine.RevisionId,
        IsDeleting = machine.IsDeleting,
    };

    public StateMachine Restore(MachineSettings settings) => new(Arn, Name)
    {
        Text = Text,
        Definition = settings.Compile(Text),
        RoleArn = RoleArn,
        CreationDate = CreationDate,
        UpdateDate = UpdateDate,
        Logging = Logging,
        Tracing = Tracing,
        Encryption = Encryption,
        RevisionId = RevisionId,
        IsDeleting = IsDeleting,
    };
}

/// <summary>An activity as it is saved.</summary>
internal sealed record ActivityState(string Arn, string Name, DateTimeOffset CreationDate, EncryptionConfiguration? Encryption)
{
    public static ActivityState Of(Activity activity) => new(activity.Arn, activity.Name, activity.CreationDate, activity.Encryption);

    public Activity Restore(TimeProvider time) => new(Arn, Name, CreationDate, new ActivityTasks(time), Encryption);
}
