namespace Amazon.EventBridge.Model;

/// <summary>What a bus logs of the events that pass.</summary>
public class LogConfig
{
    /// <summary>Whether events' details are logged.</summary>
    public IncludeDetail IncludeDetail { get; set; }

    /// <summary>From which severity on.</summary>
    public Level Level { get; set; }
}
