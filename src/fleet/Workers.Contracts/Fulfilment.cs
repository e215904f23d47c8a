namespace Workers.Contracts;

/// <summary>How an order's steps are led, as its events say in <c>metadata.fulfilment</c>: docs/workflow.md.</summary>
public static class Fulfilment
{
    /// <summary>A state machine asks for each step.</summary>
    public const string Orchestrated = "orchestrated";

    /// <summary>Each worker goes on by itself upon what it hears. What does not say how it is led is led so.</summary>
    public const string Choreographed = "choreographed";
}
