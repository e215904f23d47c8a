namespace Workers.Torture.Killing;

/// <summary>How a fleet ends.</summary>
internal enum DeathKind
{
    /// <summary>SIGKILL, wherever it is.</summary>
    Random,

    /// <summary>SIGKILL by itself, at a stage.</summary>
    Stage,

    /// <summary>SIGTERM, and SIGKILL while it drains.</summary>
    Drain,

    /// <summary>SIGTERM, and it may drain.</summary>
    Stop,
}
