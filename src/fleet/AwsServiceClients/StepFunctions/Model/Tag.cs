namespace Amazon.StepFunctions.Model;

/// <summary>A tag.</summary>
public class Tag
{
    /// <summary>The key.</summary>
    public string Key { get; set; }

    /// <summary>The value.</summary>
    public string Value { get; set; }
}
