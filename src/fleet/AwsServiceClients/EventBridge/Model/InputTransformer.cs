namespace Amazon.EventBridge.Model;

/// <summary>How a text is made of an event: values are picked by path, then put into a template.</summary>
public class InputTransformer
{
    /// <summary>JSONPaths into the event, by the name the template uses.</summary>
    public Dictionary<string, string> InputPathsMap { get; set; }

    /// <summary>The template, with names in angle brackets; required.</summary>
    public string InputTemplate { get; set; }
}
