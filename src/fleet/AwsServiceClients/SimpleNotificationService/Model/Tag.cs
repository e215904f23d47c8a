namespace Amazon.SimpleNotificationService.Model;

/// <summary>A tag of a topic.</summary>
public class Tag
{
    /// <summary>What it is called; required.</summary>
    public string Key { get; set; }

    /// <summary>What it says; required.</summary>
    public string Value { get; set; }
}
