namespace Workers.Torture.Fleet;

/// <summary>A defect that is put in on purpose: a proof that does not notice it proves nothing.</summary>
internal enum Mutation
{
    None,

    /// <summary>A marker is written whether or not there is one.</summary>
    Marker,

    /// <summary>What an earlier delivery committed is not published again.</summary>
    Publish,

    /// <summary>A refund goes to the provider under another key each time.</summary>
    Refund,

    /// <summary>An order that ends before it is charged leaves no row in <c>payments</c>.</summary>
    Tombstone,

    /// <summary>An order's history and row are written whatever they have become meanwhile.</summary>
    Append,

    /// <summary>A view takes an older version of an order over a newer one.</summary>
    Projection,

    /// <summary>A chain of the audit trail is extended whatever it has become meanwhile.</summary>
    Chain,
}
