namespace Workers.Torture.Fleet;

/// <summary>A defect that is put in on purpose: a proof that does not notice it proves nothing.</summary>
internal enum Mutation
{
    None,

    /// <summary>A marker is written whether or not there is one.</summary>
    Marker,

    /// <summary>What an earlier delivery committed is not published again.</summary>
    Publish,
}
