namespace LocalAws.EventBridge.Lists;

/// <summary>A thing that has a name among its like.</summary>
internal interface INamed
{
    /// <summary>The name; case matters.</summary>
    string Name { get; }
}
