namespace Amazon.EventBridge.Model;

/// <summary>A tag.</summary>
public class Tag
{
    /// <summary>The key; required.</summary>
    public string Key { get; set; }

    /// <summary>The value; required.</summary>
    public string Value { get; set; }
}
