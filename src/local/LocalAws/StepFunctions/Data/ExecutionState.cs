using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Executions;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions.Data;

/// <summary>An execution as it is saved.</summary>
/// <param name="Machine">Its state machine, as a place in the revisions.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Input">Its input.</param>
/// <param name="StartDate">When it began.</param>
/// <param name="Status">How it stands.</param>
internal sealed record ExecutionState(int Machine, string Arn, string Name, string Input, DateTimeOffset StartDate, string Status)
{
    public string? TraceHeader { get; init; }

    public DateTimeOffset? StopDate { get; init; }

    public string? Output { get; init; }

    public string? Error { get; init; }

    public string? Cause { get; init; }

    public int RedriveCount { get; init; }

    public DateTimeOffset? RedriveDate { get; init; }

    public required IReadOnlyList<HistoryEvent> Events { get; init; }

    /// <summary>Changes of its status that were not announced yet.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>Where it is; null when it has succeeded and goes on no more.</summary>
    public FrameState? Root { get; init; }
}

/// <summary>Where a branch of an execution is, as it is saved.</summary>
internal sealed record FrameState(string State)
{
    public JsonNode? Input { get; init; }

    public long EnteredAt { get; init; }

    public DateTimeOffset? BegunAt { get; init; }

    public required IReadOnlyDictionary<string, JsonNode?> Variables { get; init; }

    public long PreviousEventId { get; init; }

    public IReadOnlyList<FrameState>? Branches { get; init; }

    public TaskState? Task { get; init; }

    public MapItem? Item { get; init; }

    public bool IsDone { get; init; }

    public JsonNode? Output { get; init; }

    public static FrameState Of(Frame frame) => new(frame.State)
    {
        Input = frame.Input,
        EnteredAt = frame.EnteredAt,
        BegunAt = frame.BegunAt,
        Variables = frame.Variables,
        PreviousEventId = frame.PreviousEventId,
        Branches = frame.Branches is null ? null : [.. frame.Branches.Select(Of)],
        Task = frame.Task is null ? null : TaskState.Of(frame.Task),
        Item = frame.Item,
        IsDone = frame.IsDone,
        Output = frame.Output,
    };

    /// <summary>The branch; what somebody ends by a token is known by it again.</summary>
    public Frame Restore(TaskTokens tokens)
    {
        var frame = new Frame(State, Input, Variables.ToImmutableDictionary())
        {
            EnteredAt = EnteredAt,
            BegunAt = BegunAt,
            PreviousEventId = PreviousEventId,
            Branches = Branches is null ? null : [.. Branches.Select(branch => branch.Restore(tokens))],
            Task = Task?.Restore(tokens),
            Item = Item,
        };
        if (IsDone)
        {
            frame.Finish(Output);
        }

        return frame;
    }
}

/// <summary>A Task under way as it is saved.</summary>
internal sealed record TaskState(DateTimeOffset ScheduledAt)
{
    public PendingState? Pending { get; init; }

    public bool IsSubmitted { get; init; }

    public JsonNode? Answer { get; init; }

    public bool IsStarted { get; init; }

    public static TaskState Of(TaskProgress task) => new(task.ScheduledAt)
    {
        Pending = task.Pending?.Save(),
        IsSubmitted = task.IsSubmitted,
        Answer = task.Answer,
        IsStarted = task.IsStarted,
    };

    public TaskProgress Restore(TaskTokens tokens) => new(ScheduledAt, Pending is null ? null : tokens.Restore(Pending))
    {
        IsSubmitted = IsSubmitted,
        Answer = Answer,
        IsStarted = IsStarted,
    };
}

/// <summary>What somebody ends by a token, as it is saved: one who has answered does not answer again.</summary>
internal sealed record PendingState(string Token, DateTimeOffset? LastBeat, AnswerState? Answer);

/// <summary>How a task was answered, as it is saved.</summary>
internal sealed record AnswerState(bool IsSuccess, JsonNode? Output, string? Error, string? Cause);
