namespace Workers.Events.Reading.Json;

/// <summary>
/// Finds the members that are wanted of the objects of one kind. How an object is written is learnt from the first of its form; those
/// that come after it are compared with it, which takes a fraction of the time. Safe for any number of threads.
/// </summary>
/// <param name="names">The members that are wanted.</param>
/// <param name="path">Where the objects are, for reasons; empty for the whole.</param>
internal sealed class MemberFinder(MemberNames names, string path)
{
    // Events of a few kinds, each written by a few writers. Another one is read with care each time.
    private const int MostForms = 16;

    private volatile JsonForm[] _forms = [];

    /// <summary>Finds them; where the outer member is written as one before, it is left to whoever reads it to prove that it is JSON.</summary>
    /// <exception cref="PoisonEventException">It is no JSON object, or has a wanted member twice.</exception>
    public JsonMembers Find(ReadOnlySpan<byte> json)
    {
        var forms = _forms;
        foreach (var form in forms)
        {
            if (form.TryMatch(json, out var found))
            {
                return new(json, path, names, found, form);
            }
        }

        var members = FindAnyhow(json);
        if (forms.Length < MostForms && JsonForm.TryLearn(json, names, members.Ranges) is { } learnt)
        {
            _forms = [.. forms, learnt];
        }

        return members;
    }

    /// <summary>Finds them in any JSON, all of which is checked.</summary>
    /// <exception cref="PoisonEventException">It is no JSON object, or has a wanted member twice.</exception>
    public JsonMembers FindAnyhow(ReadOnlySpan<byte> json) => new(json, path, names, AnyObject.Find(json, path, names));
}
