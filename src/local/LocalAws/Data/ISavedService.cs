using System.Text.Json;

namespace LocalAws.Data;

/// <summary>A service whose state is saved, and is there again when the server starts on the same directory.</summary>
internal interface ISavedService
{
    /// <summary>Stops all changes until disposed of, on the same thread. Requests wait meanwhile, so it is to be short.</summary>
    IDisposable Hold();

    /// <summary>Takes the state while it is held. What comes back writes it as one JSON value, later and at leisure.</summary>
    Action<Utf8JsonWriter> Capture();

    /// <summary>Puts a saved state in place of the empty one. Nothing that it tells of goes on yet.</summary>
    /// <exception cref="JsonException">It is no state of this service.</exception>
    void Restore(JsonElement state);

    /// <summary>Lets go on what was under way, once every service has its state.</summary>
    void Resume();
}
