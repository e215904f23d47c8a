using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions.Executions;

/// <summary>
/// Where a branch of an execution is. What did not end well goes on from here when it is redriven, and so does what ran when the
/// server ended. It changes under the execution's gate only.
/// </summary>
internal sealed class Frame(string state, JsonNode? input, ImmutableDictionary<string, JsonNode?> variables)
{
    /// <summary>The state that is next or under way.</summary>
    public string State { get; private set; } = state;

    /// <summary>That state's input.</summary>
    public JsonNode? Input { get; private set; } = input;

    /// <summary>Whether it was entered before: a redrive does not enter it again. Zero when it was not.</summary>
    public long EnteredAt { get; set; }

    /// <summary>When the state began, or began again by a redrive; null before that.</summary>
    public DateTimeOffset? BegunAt { get; set; }

    public ImmutableDictionary<string, JsonNode?> Variables { get; set; } = variables;

    /// <summary>The last event of this branch.</summary>
    public long PreviousEventId { get; set; }

    /// <summary>What runs within the state, a Parallel or Map; null before it has begun.</summary>
    public IReadOnlyList<Frame>? Branches { get; set; }

    /// <summary>How far the state's Task is; null when it has not begun, or has failed.</summary>
    public TaskProgress? Task { get; set; }

    /// <summary>The element that a Map's branch is for.</summary>
    public MapItem? Item { get; init; }

    public bool IsDone { get; private set; }

    public JsonNode? Output { get; private set; }

    public void MoveTo(string next, JsonNode? output) =>
        (State, Input, EnteredAt, BegunAt, Branches, Task) = (next, output, 0, null, null, null);

    public void Finish(JsonNode? output) => (IsDone, Output, Branches, Task) = (true, output, null, null);
}

/// <summary>An element of a Map, as its context object shows it.</summary>
internal sealed record MapItem(int Index, JsonNode? Value);
