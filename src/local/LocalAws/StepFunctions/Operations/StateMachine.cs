using LocalAws.StepFunctions.Language;

namespace LocalAws.StepFunctions.Operations;

/// <summary>A state machine at one revision. A change makes another; executions keep the one that they began with.</summary>
internal sealed record StateMachine(string Arn, string Name)
{
    /// <summary>The definition as it was given.</summary>
    public required string Text { get; init; }

    public required MachineDefinition Definition { get; init; }

    public required string RoleArn { get; init; }

    public required DateTimeOffset CreationDate { get; init; }

    public required DateTimeOffset UpdateDate { get; init; }

    public LoggingConfiguration Logging { get; init; } = new();

    public TracingConfiguration Tracing { get; init; } = new();

    public EncryptionConfiguration? Encryption { get; init; }

    /// <summary>Null for the first revision.</summary>
    public string? RevisionId { get; init; }

    /// <summary>Whether it goes when its last execution ends.</summary>
    public bool IsDeleting { get; init; }

    /// <summary>Whether it does and keeps the same as another; the role does not count.</summary>
    public bool HasSameContent(StateMachine other) =>
        (Text, Logging, Tracing, Encryption) == (other.Text, other.Logging, other.Tracing, other.Encryption);
}

/// <summary>What is logged; it is kept and shown, for there is no CloudWatch here.</summary>
internal sealed record LoggingConfiguration
{
    public string Level { get; init; } = "OFF";

    public bool IncludeExecutionData { get; init; }

    public IReadOnlyList<LogDestination>? Destinations { get; init; }

    public bool Equals(LoggingConfiguration? other) => other is not null
        && (Level, IncludeExecutionData) == (other.Level, other.IncludeExecutionData)
        && (Destinations ?? []).SequenceEqual(other.Destinations ?? []);

    public override int GetHashCode() => HashCode.Combine(Level, IncludeExecutionData);
}

internal sealed record LogDestination(LogGroup? CloudWatchLogsLogGroup);

internal sealed record LogGroup(string? LogGroupArn);

/// <summary>Whether X-Ray traces it; kept and shown.</summary>
internal sealed record TracingConfiguration(bool Enabled = false);

/// <summary>What it is encrypted with; kept and shown.</summary>
internal sealed record EncryptionConfiguration(string? Type, string? KmsKeyId, int? KmsDataKeyReusePeriodSeconds);

/// <summary>An activity.</summary>
internal sealed record Activity(
    string Arn, string Name, DateTimeOffset CreationDate, Tasks.ActivityTasks Tasks, EncryptionConfiguration? Encryption);

/// <summary>A tag of a state machine or an activity.</summary>
internal sealed record Tag(string? Key, string? Value);

/// <summary>The answer of an operation that has nothing to say: <c>{}</c>.</summary>
internal sealed record Nothing;
